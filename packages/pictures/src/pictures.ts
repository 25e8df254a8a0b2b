/** One picture of a terminal: what is typed, when the picture is taken, and what it tells. */
export type Picture = Readonly<{
  /** Its file is `docs/pictures/<name>.svg`. */
  name: string
  /** What it tells somebody who cannot see it. */
  alt: string
  /** As a document shows it, and as it is typed. */
  command: string
  /** Typed before, outside the picture: what must have happened. */
  before: readonly string[]
  /** The picture is taken when the screen shows this. */
  until: RegExp
  /** Lines above the first that shows this are left out. */
  from?: RegExp
}>

const START: Picture = {
  name: 'start',
  alt: 'npm start says that paidonce is running; below it the webhook URL, the signing secret, the page with the letters, what to try first, and how to connect a Stripe account.',
  command: 'npm start',
  before: [],
  until: /^ *Stop .*\n\n/m,
  // What is above depends on the machine: whether Redis had to be fetched, what a killed run left.
  from: /paidonce is running/
}

const ORDER: Picture = {
  name: 'order',
  alt: 'npm run order says that order 1001 is fulfilled; below it the two facts that its event told, the payment that fulfilled it, and the announcement that the shop has taken.',
  command: 'npm run order -- 1001',
  before: ['npm run trigger -- card --order 1001 --seed 3 --check'],
  until: /ann-\d+ +done/
}

const MIX: Picture = {
  name: 'mix',
  alt: 'npm run trigger sends a mix of 200 orders, shuffled and a fifth of the events twice. All deliveries are accepted, every order is right, nothing is waiting and nothing failed.',
  command: 'npm run trigger -- mix --orders 200 --duplicates 0.2 --shuffle --seed 1 --check',
  before: [],
  until: /Checked .*\n/
}

/** Every picture, in the order in which they are taken: each finds the running `npm start` of the first. */
export const PICTURES: readonly Picture[] = [START, ORDER, MIX]
