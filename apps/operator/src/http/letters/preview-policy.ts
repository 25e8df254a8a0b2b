/**
 * For a letter shown in a frame of ours: it may have its own styles and the shop's logo, and nothing else; no script, no form, no
 * other page in its place.
 */
export const previewPolicy = (shopLogo: string | null): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    'sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data: ${shopLogo === null ? '' : new URL(shopLogo).origin}`.trim(),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'"
  ].join(';'),
  'x-frame-options': 'SAMEORIGIN'
})
