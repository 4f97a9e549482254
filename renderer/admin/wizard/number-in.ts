/** 12 of `A012`: the running number without its letter. */
export const numberIn = (ticket: string): number => Number(ticket.replace(/^\D+/, ''));
