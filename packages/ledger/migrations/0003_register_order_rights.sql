-- The shop's own role needs no more than `grant execute on function register_order(text, text, bigint, text) to shop`:
-- the function writes with the rights of its owner, in the schema it was made in, and nobody else may call it.
do $$
begin
  execute format(
    'alter function register_order(text, text, bigint, text) security definer set search_path = %I, pg_temp',
    current_schema()
  );
end
$$;
revoke execute on function register_order(text, text, bigint, text) from public;
