export * from './calendar-file.ts'
export * from './check-profile.ts'
export * from './profile.ts'
export * from './profile-changes.ts'
