import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

const WHAT = `What the console shows and does, for programs.

Send an API token: \`Authorization: Bearer paidonce_…\`. \`npx --no-install paidonce tokens add --user <name> --name <what for>\` makes one. A
browser that is signed in to the console may ask as well; what changes something then needs the page's form token, in the
header \`x-form-token\`.

Whoever is refused gets \`{"error": "<CODE>", "sentence": "…"}\`.`

/** The description of the API is made of the routes themselves. */
export const OPENAPI: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: { title: 'paidonce', description: WHAT, version: '1' },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }]
  },
  transform: jsonSchemaTransform
}
