-- Sessions that have lasted for as long as they may are found without reading the others.
create index sessions_created_at on sessions (created_at);
