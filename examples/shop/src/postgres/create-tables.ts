import type pg from 'pg'

/** The shop's own tables. `heard` holds the ids of the announcements that were acted on. */
export async function createTables(shop: pg.Pool): Promise<void> {
  await shop.query(`
    create table if not exists orders (
      id       text        primary key,
      product  text        not null,
      quantity integer     not null,
      amount   integer     not null,
      currency text        not null,
      email    text        not null,
      locale   text        not null,
      status   text        not null default 'waiting',
      parcels  integer     not null default 0,
      note     text,
      placed   timestamptz not null default now()
    );
    create table if not exists heard (
      id   text        primary key,
      kind text        not null,
      at   timestamptz not null default now()
    )`)
}
