import type { Ledger } from '@paidonce/ledger/pool'

/** In the database itself, so that no change between two looks is missed, whoever makes it. */
const WITNESS = `
  create table upgrade_witness (seen text not null);

  create function upgrade_witness_order() returns trigger language plpgsql as $$
  begin
    if new.settled_by < old.settled_by then
      insert into upgrade_witness values (format('order %s: settled_by went back from %s to %s', old.id, old.settled_by, new.settled_by));
    end if;
    if old.status = 'fulfilled' and new.status <> 'fulfilled' then
      insert into upgrade_witness values (format('order %s was fulfilled and became %s', old.id, new.status));
    end if;
    return null;
  end $$;
  create trigger upgrade_witness after update on orders for each row execute function upgrade_witness_order();

  create function upgrade_witness_fulfilment() returns trigger language plpgsql as $$
  begin
    insert into upgrade_witness values (format('the fulfilment of order %s was changed: %s', old.order_id, lower(tg_op)));
    return null;
  end $$;
  create trigger upgrade_witness after update or delete on fulfilments
    for each row execute function upgrade_witness_fulfilment();
`

/** Lets the database note from now on what may never happen to orders and fulfilments. */
export async function setWitness(ledger: Ledger): Promise<void> {
  await ledger.pool.query(WITNESS)
}

/** What should not have happened, a sentence each. */
export async function askWitness(ledger: Ledger): Promise<string[]> {
  const { rows } = await ledger.pool.query<{ seen: string }>('select seen from upgrade_witness')
  return rows.map(({ seen }) => seen)
}
