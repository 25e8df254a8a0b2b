import { unpackPackages } from '../../debian/unpack-packages.ts'
import type { RedisSource } from '../redis-program.ts'
import { findUnpacked } from './fetched.ts'

/** Debian's and Ubuntu's packages, unpacked below the cache. */
export const apt: RedisSource = {
  name: 'apt',
  find: ({ cache, say, signal }) =>
    unpackPackages({
      names: ['redis-server', 'valkey-server'],
      cache,
      find: findUnpacked,
      onFetch: () =>
        say('Redis: fetching its packages with apt-get (kept in .local/redis, nothing is installed)'),
      signal
    })
}
