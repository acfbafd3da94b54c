export * from './event-clock.ts'
export * from './run-watch.ts'
export { loadWatchState, type WatchState } from './watch-state.ts'
