import { test } from 'node:test'
import { plantMigration } from './plant-migration.ts'
import { upgrade } from './upgrade.ts'

test('a shop under load is upgraded from the previous release, taken back and upgraded again, and nothing is lost or done twice', async t => {
  await upgrade(t, { seed: 'upgrade', orders: 200 })
})

test('a migration that only adds is carried by both releases', async t => {
  const migrations = plantMigration(
    t,
    `alter table orders add column planted text;
     alter table events add column planted integer not null default 0;
     create index orders_planted on orders (planted) where planted is not null;`
  )
  await upgrade(t, { seed: 'expand', orders: 120, migrations })
})
