export * from './event-clock.ts'
export * from './run-watch.ts'
export { commitWatchState, loadWatchState, type WatchState } from './watch-state.ts'
