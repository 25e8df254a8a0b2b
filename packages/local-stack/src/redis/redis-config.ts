/**
 * The configuration file of a server of ours. Every event accepted must survive a restart, so the append-only file is on,
 * synced each second, and nothing is ever evicted. There are many databases so that each test has its own.
 */
export function redisConfig({ bind, port }: Readonly<{ bind: string; port: number }>): string {
  const lines = [
    `bind ${bind}`,
    `port ${port}`,
    'dir ./',
    'databases 512',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    'logfile ""',
    `protected-mode ${bind === '127.0.0.1' ? 'yes' : 'no'}`
  ]
  return `${lines.join('\n')}\n`
}
