/** Speed over ground or water in knots (1852 m an hour). */
export type Knots = number & { readonly __unit?: 'kn' }
/** Length in metres. */
export type Metres = number & { readonly __unit?: 'm' }
/** Angle in degrees. */
export type Degrees = number & { readonly __unit?: 'deg' }
/** Time span in milliseconds. */
export type Milliseconds = number & { readonly __unit?: 'ms' }
/** Maritime Mobile Service Identity: nine digits as a number (ITU-R M.585). */
export type Mmsi = number & { readonly __unit?: 'MMSI' }
/** IMO ship identification number: seven digits as a number (IMO resolution A.1117(30)). */
export type Imo = number & { readonly __unit?: 'IMO' }
