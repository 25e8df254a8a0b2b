-- For the shop, in a short transaction of its own, before it creates the Checkout Session:
--   select register_order('', '1001', 3000, 'eur');
-- Amounts are minor units as at Stripe. Calling it again replaces what was expected. A payment that came
-- before the registration is judged again.
create function register_order(in_account text, in_order text, in_amount bigint, in_currency text) returns void
language plpgsql as $$
begin
  if in_amount is null or in_amount < 0 then
    raise exception 'register_order: the amount must be whole minor units, 0 or more' using errcode = '22023';
  end if;
  if in_currency is null or in_currency !~ '^[A-Za-z]{3}$' then
    raise exception 'register_order: the currency must be a code of three letters, such as eur' using errcode = '22023';
  end if;
  if in_order is null or in_order = '' or length(in_order) > 500 then
    raise exception 'register_order: the order needs an id of 1 to 500 characters' using errcode = '22023';
  end if;

  insert into orders (account, id) values (coalesce(in_account, ''), in_order)
  on conflict (account, id) do update set unsettled = true;

  insert into facts (account, event_id, payment_id, kind, order_id, value)
  values (coalesce(in_account, ''), 'registration:' || in_order, '', 'registered', in_order,
          json_build_object('amount', in_amount, 'currency', lower(in_currency)))
  on conflict (account, order_id, kind) where payment_id = '' do update set value = excluded.value;
end
$$;
