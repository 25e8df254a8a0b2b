import pg from 'pg'

/** From now on the database refuses events of this type, as after a change that somebody made by hand and did not try. */
export async function breakType(databaseUrl: string, type: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`
      create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused' using errcode = '23514'; end $$;
      create trigger refuse before insert on events for each row
        when (new.type = ${client.escapeLiteral(type)} and new.finished is not null) execute function refuse()`)
  } finally {
    await client.end()
  }
}
