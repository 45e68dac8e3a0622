/** Settings of every server: reachable only from this machine, in UTC, with no personal data in its log. */
const everywhere = {
  cluster_name: 'event-sphere',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  // The detail of a refused row and a statement's parameters may contain personal data.
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** For data that must survive a power failure. Sized for two cores and 2 GiB beside the other processes. */
export const durableSettings = {
  ...everywhere,
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Our statements are short: compiling them costs more than it saves.
  jit: 'off',
  log_min_duration_statement: '1s',
}

/** For tests only: loses data if the machine stops, which is fine for a cluster that lasts for one run. */
export const throwawaySettings = {
  ...everywhere,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '30min',
  autovacuum: 'off',
  jit: 'off',
  // A test opens a dozen connections; a database that lasts for minutes does not need 4096 password rounds for each.
  scram_iterations: '1',
  io_method: 'sync',
}

export type ServerSettings = Record<string, string>

export function asParameters(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
