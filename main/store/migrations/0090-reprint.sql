-- How often a ticket has been printed again: 0 for its first paper. One number is never given to two papers.

ALTER TABLE print_job ADD COLUMN reprint INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX print_job_reprint ON print_job (ticket_id, reprint) WHERE reprint > 0;
