-- The Buku Ekspedisi: what was handed over, by when it was.
CREATE INDEX request_handed_over ON request_event (at) WHERE step = 'hand_over';
