import { createHmac } from 'node:crypto'
import { SECRET } from './shop.ts'

type Signed = Readonly<{ body: string | Buffer; secret?: string; t?: string | number }>

export const nowS = () => Math.floor(Date.now() / 1000)

/** Stripe's `v1` scheme over any bytes and any `t`; the generator in Stripe's library takes text and numbers only. */
export const v1Of = ({ body, secret = SECRET, t = nowS() }: Signed) =>
  createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex')

/** A whole `Stripe-Signature` header. */
export const signatureOf = ({ body, secret = SECRET, t = nowS() }: Signed) =>
  `t=${t},v1=${v1Of({ body, secret, t })}`
