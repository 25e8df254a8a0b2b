// @ts-check
// The page to try the API on. It asks as whoever is signed in, so what changes something carries the page's form token.

const place = document.getElementById('try')
const isDark = matchMedia('(prefers-color-scheme: dark)')
const dress = () => document.documentElement.classList.toggle('dark-mode', isDark.matches)

dress()
isDark.addEventListener('change', dress)

/** @type {any} */
globalThis.SwaggerUIBundle({
  domNode: place,
  url: '/api/openapi.json',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  persistAuthorization: false,
  /** @param {{ headers: Record<string, string> }} request */
  requestInterceptor: request => {
    if (!('Authorization' in request.headers))
      request.headers['x-form-token'] = place?.getAttribute('data-form-token') ?? ''
    return request
  }
})
