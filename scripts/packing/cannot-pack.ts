/** One line for the person who packs. */
export class CannotPack extends Error {}
