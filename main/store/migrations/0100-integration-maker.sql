-- Who made a program's token: until now only the trail said so.
ALTER TABLE integration ADD COLUMN made_by TEXT NOT NULL DEFAULT '';
UPDATE integration
SET made_by = coalesce((SELECT actor FROM audit WHERE act = 'integration_added' AND subject = integration.id), '');
