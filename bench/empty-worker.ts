import { Worker } from 'bullmq'

/** BullMQ with a processor that does nothing: what the queue alone can do. */
const [url = '', queue = '', concurrency = ''] = process.argv.slice(2)
const worker = new Worker(queue, async () => undefined, {
  connection: { url, maxRetriesPerRequest: null },
  concurrency: Number(concurrency)
})
worker.on('error', error => process.stderr.write(`${error.name}\n`))
