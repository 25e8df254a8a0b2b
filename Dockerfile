# One image for every program; docker-compose.yml says which of them a container runs.

# The manifests alone, so that a change of code does not install everything again.
FROM node:22-bookworm-slim AS manifests
WORKDIR /all
COPY . .
RUN mkdir /manifests && cp --parents package.json package-lock.json .npmrc */package.json */*/package.json /manifests

FROM node:22-bookworm-slim AS build
WORKDIR /paidonce
COPY --from=manifests /manifests .
RUN npm ci --ignore-scripts --loglevel=error
COPY tsconfig.base.json .
COPY packages packages
COPY apps apps
RUN npx tsc -b apps/ingest apps/worker apps/operator packages/local-stack && find . -name '*.d.ts*' -path '*/dist/*' -delete

# What one of our programs needs to run.
FROM node:22-bookworm-slim AS installed
WORKDIR /paidonce
COPY --from=manifests /manifests .
RUN npm ci --ignore-scripts --omit=dev --loglevel=error --workspace apps/ingest --workspace apps/worker --workspace apps/operator

FROM node:22-bookworm-slim AS mail-installed
WORKDIR /paidonce
COPY --from=manifests /manifests .
RUN npm ci --ignore-scripts --omit=dev --omit=optional --loglevel=error --workspace packages/local-stack

# For trying it out: keeps every letter on a page and sends none.
FROM node:22-bookworm-slim AS mail
WORKDIR /paidonce
COPY --from=mail-installed /paidonce .
COPY --from=build /paidonce/packages/shared/dist packages/shared/dist
COPY --from=build /paidonce/packages/local-stack/dist packages/local-stack/dist
ENV NODE_ENV=production
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["packages/local-stack/dist/mail/main.js"]

FROM node:22-bookworm-slim AS paidonce
# Secrets that one installation makes for itself are kept in a volume mounted here.
RUN install -d -o node -g node /secrets
WORKDIR /paidonce
COPY --from=installed /paidonce .
COPY --from=build /paidonce/packages/shared/dist packages/shared/dist
COPY --from=build /paidonce/packages/core/dist packages/core/dist
COPY --from=build /paidonce/packages/ledger/dist packages/ledger/dist
COPY --from=build /paidonce/packages/stripe-api/dist packages/stripe-api/dist
COPY --from=build /paidonce/packages/reconciliation/dist packages/reconciliation/dist
COPY --from=build /paidonce/packages/invariants/dist packages/invariants/dist
COPY packages/ledger/migrations packages/ledger/migrations
COPY --from=build /paidonce/apps/ingest/dist apps/ingest/dist
COPY --from=build /paidonce/apps/worker/dist apps/worker/dist
COPY --from=build /paidonce/apps/operator/dist apps/operator/dist
COPY apps/operator/assets apps/operator/assets
COPY scripts/container scripts/container
ENV NODE_ENV=production
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["apps/worker/dist/main.js"]
