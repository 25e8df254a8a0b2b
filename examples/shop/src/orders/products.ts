/** What this shop sells. `price` is in the currency's smallest unit, as Stripe counts: 1900 eur is €19.00, 185000 vnd is ₫185,000. */
export type Product = Readonly<{
  id: string
  name: string
  about: string
  price: number
  currency: string
}>

export const PRODUCTS: readonly Product[] = [
  {
    id: 'tea',
    name: 'Mountain tea, 100 g',
    about: 'Dried in the sun, picked by hand.',
    price: 1_900,
    currency: 'eur'
  },
  {
    id: 'coffee',
    name: 'Cà phê Đắk Lắk, 500 g',
    about: 'Dark roast, for strong coffee with ice.',
    price: 185_000,
    currency: 'vnd'
  }
]

export const findProduct = (id: string): Product | undefined => PRODUCTS.find(product => product.id === id)
