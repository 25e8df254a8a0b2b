import { assetUrl } from '../assets.ts'
import { Layout } from '../parts/layout.tsx'
import type { Who } from '../who/who.ts'

/** What the API can do, to be tried as whoever is signed in. Everything on it is our own server's. */
export const TryPage = ({ who }: Readonly<{ who: Who | null }>) => (
  <Layout title="API" who={who} section="/api">
    <p>
      Its description is <a href="/api/openapi.json">OpenAPI</a>. Here you ask as yourself, {who?.name}; a
      program needs a token.
    </p>
    <link rel="stylesheet" href={assetUrl('swagger-ui.css')} />
    <div id="try" class="try" data-form-token={who?.formToken ?? undefined} />
    <script src={assetUrl('swagger-ui.js')} />
    <script type="module" src={assetUrl('api.js')} />
  </Layout>
)
