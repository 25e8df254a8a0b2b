/** Put before a command of Redis: names the folders of its libraries, and a locale that exists, for Redis refuses others. */
export function redisEnv(libraries = ''): string[] {
  return ['env', 'LC_ALL=C', ...(libraries === '' ? [] : [`LD_LIBRARY_PATH=${libraries}`])]
}
