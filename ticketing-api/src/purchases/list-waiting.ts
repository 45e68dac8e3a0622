export { listWaiting } from './store.ts'
