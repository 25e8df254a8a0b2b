import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantMigration } from './plant-migration.ts'
import { upgrade } from './upgrade.ts'

/** Mistakes that a migration may make, and what the upgrade must say of each. */
const BREAKING = {
  'renames a column that the old worker writes': {
    sql: 'alter table orders rename column refunded to refunded_amount;',
    seen: /in part [23].*the old worker says.*SQLSTATE_42703/s
  },
  'adds a column that must be filled': {
    sql: `alter table events add column planted text not null default '';
          alter table events alter column planted drop default;`,
    seen: /in part [23].*SQLSTATE_23502/s
  },
  'takes settled_by back': {
    sql: 'update orders set settled_by = 0;',
    seen: /in part [23].*settled_by went back from 1 to 0/s
  },
  'loses letters without an error': {
    sql: `create function lose() returns trigger language plpgsql as 'begin return null; end';
          create trigger lose before insert on letters for each row execute function lose();`,
    seen: /in part [3-7].*letters .*expected 1 sent.*, is none/s
  }
} as const

for (const [what, { sql, seen }] of Object.entries(BREAKING)) {
  test(`a migration that ${what} is found out`, async t => {
    const migrations = plantMigration(t, sql)
    await assert.rejects(upgrade(t, { seed: 'break', orders: 120, migrations }), seen)
  })
}
