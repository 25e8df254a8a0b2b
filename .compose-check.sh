#!/usr/bin/env bash
# Checks a running `docker compose up -d --wait` of this folder: a signed event through to its fulfilment, Redis and worker
# killed under load, a graceful stop, and that the containers hold what docker-compose.yml says. Needs curl and openssl.
# It signs with the secret that this installation made for itself, so it finds no way into one that uses Stripe's.
set -euo pipefail
cd "$(dirname "$0")"

run="check$(date +%s)"
step() { printf '[%(%H:%M:%S)T] %s\n' -1 "$*"; }
fail() { echo "FAILED: $*"; docker compose ps -a; docker compose logs --tail 40; exit 1; }
compose() { docker compose "$@" </dev/null; }
webhook=http://${WEBHOOK_ADDRESS:-127.0.0.1:4400}/webhook
secret=$(compose exec -T ingest cat /secrets/webhook_secret)

# event ORDER TYPE [MORE OF THE SESSION]: an event as Stripe sends it
event() {
  printf '{"id":"evt_%s","object":"event","api_version":"2025-01-01","created":%d,"livemode":false,"pending_webhooks":1,"request":null,"type":"%s","data":{"object":{"id":"cs_%s","object":"checkout.session","mode":"payment","payment_intent":"pi_%s","amount_total":3000,"currency":"eur","metadata":{"order_id":"%s"}%s}}}' \
    "${1//[^A-Za-z0-9]/}${2//[^a-z]/}" "$(date +%s)" "$2" "$1" "${1//[^A-Za-z0-9]/}" "$1" "${3-}"
}

# deliver BODY: signed as Stripe does; prints the status
deliver() {
  local now signature
  now=$(date +%s)
  signature=$(printf '%s.%s' "$now" "$1" | openssl dgst -sha256 -hmac "$secret" -r | cut -d ' ' -f 1)
  curl --silent --output /dev/null --write-out '%{http_code}' --max-time 10 "$webhook" \
    --header 'content-type: application/json' --header "stripe-signature: t=$now,v1=$signature" --data-binary "$1" || true
}

paid() { event "$1" checkout.session.completed ',"payment_status":"paid","status":"complete"'; }

# accept ORDER: delivers again until it is taken, as Stripe does
accept() {
  for _ in $(seq 120); do [ "$(deliver "$(paid "$1")")" = 200 ] && return; sleep 0.5; done
  fail "no delivery was taken for order $1"
}

query() { compose exec -T postgres psql --username=paidonce --no-align --tuples-only --command "$1"; }

# until_fulfilled PREFIX NUMBER: so many orders, and each once
until_fulfilled() {
  for _ in $(seq 240); do
    [ "$(query "select count(*) from fulfilments where order_id like '$run-$1%'" 2>/dev/null)" = "$2" ] && return
    sleep 0.5
  done
  fail "of $2 orders of '$1' only these are fulfilled: $(query "select count(*) from fulfilments where order_id like '$run-$1%'")"
}

until_healthy() { docker compose up -d --no-build --no-recreate --wait --wait-timeout 90 >/dev/null 2>&1 || fail 'not healthy again'; }

step 'A paid order is fulfilled, and the command line shows it'
[ "$(deliver "$(paid "$run-one")")" = 200 ] || fail 'the event was not taken'
until_fulfilled one 1
compose exec -T worker node apps/operator/dist/cli/main.js order "$run-one" | grep -q fulfilled || fail 'the order is not shown as fulfilled'

step 'The console shows it to an operator who was made on the command line, and to nobody else'
console=http://${CONSOLE_ADDRESS:-127.0.0.1:4450}
password=$(openssl rand -hex 16)
compose exec -T --env PAIDONCE_NEW_PASSWORD="$password" worker node apps/operator/dist/cli/main.js users add "$run" --by the-check >/dev/null ||
  fail 'no user could be made'
seen() { curl --silent --max-time 10 "$@" "$console/orders/$run-one"; }
jar=$(mktemp)
[ "$(seen --output /dev/null --write-out '%{http_code}')" = 303 ] || fail 'the console shows it to everybody'
curl --silent --max-time 10 --output /dev/null --cookie-jar "$jar" --data-urlencode "name=$run" --data-urlencode "password=$password" "$console/sign-in"
seen --cookie "$jar" | grep -q fulfilled || fail 'the console does not show it'
rm "$jar"

step 'An event that nobody signed is refused'
status=$(secret=whsec_wrong && deliver "$(paid "$run-forged")")
[ "$status" = 400 ] || fail "a forged event was answered $status"

if [ -n "$(compose ps -q mail 2>/dev/null)" ]; then
  step 'A failed payment makes one letter'
  buyer="$run@example.com"
  deliver "$(event "$run-fails" checkout.session.async_payment_failed ",\"payment_status\":\"unpaid\",\"customer_details\":{\"email\":\"$buyer\"}")" >/dev/null
  for _ in $(seq 60); do curl --silent http://127.0.0.1:4480/api/letters | grep -q "$buyer" && break; sleep 0.5; done
  letters=$(curl --silent http://127.0.0.1:4480/api/letters | grep -o "\"to\":\[\"$buyer\"\]" | wc -l)
  [ "$letters" = 1 ] || fail "$letters letters to the buyer"
fi

step 'Redis is killed right after it took 30 events'
for n in $(seq 30); do accept "$run-redis$n"; done
compose kill -s KILL redis >/dev/null 2>&1
[ "$(deliver "$(paid "$run-away")")" = 503 ] || fail 'an event was taken without a Redis'
compose start redis >/dev/null 2>&1
until_healthy
until_fulfilled redis 30

step 'The worker is killed while events come'
for n in $(seq 30); do
  accept "$run-worker$n"
  [ "$n" != 15 ] || compose kill -s KILL worker >/dev/null 2>&1
done
compose start worker >/dev/null 2>&1
until_healthy
until_fulfilled worker 30

step 'Worker and ingest stop within their time, cleanly'
for service in worker ingest; do
  container=$(compose ps -q "$service")
  compose stop "$service" >/dev/null 2>&1
  code=$(docker inspect --format '{{.State.ExitCode}}' "$container")
  [ "$code" = 0 ] || fail "$service ended with exit code $code"
done
until_healthy

step 'Containers hold no more than they need'
for service in worker ingest; do
  [ "$(compose exec -T "$service" id -u)" != 0 ] || fail "$service runs as root"
  ! compose exec -T "$service" touch /paidonce/x 2>/dev/null || fail "$service can write to its own files"
done
compose exec -T redis redis-cli config get maxmemory-policy | grep -q noeviction || fail 'Redis may evict'
compose exec -T redis redis-cli config get appendonly | grep -q yes || fail 'Redis keeps nothing on disk'
! docker compose logs 2>&1 | grep -qF "$secret" || fail 'the signing secret stands in a log'

step 'The documents say commands that work'
commands=$(awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' docs/operations.md docs/going-live.md | grep -E '^docker compose (ps|exec|logs)')
compose exec -T worker node apps/operator/dist/cli/main.js order 1001 >/dev/null 2>&1 || accept 1001
for _ in $(seq 60); do compose exec -T worker node apps/operator/dist/cli/main.js order 1001 >/dev/null 2>&1 && break; sleep 0.5; done
while read -r command; do
  # There is no terminal here, and a name is taken once.
  command=${command/ users add olga/ users add "$run-olga"}
  bash -c "${command/ exec / exec -T }" </dev/null >/dev/null 2>&1 || fail "$command"
done <<<"$commands"

step 'Each order once, nothing failed'
[ "$(query "select count(*) from (select 1 from fulfilments group by account, order_id having count(*) > 1) x")" = 0 ] || fail 'an order was fulfilled twice'
[ "$(query "select count(*) from events where failed is not null")" = 0 ] || fail 'events failed'
step 'All is well'
