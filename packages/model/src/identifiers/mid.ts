/**
 * Maritime identification digits (ITU-R M.585; the list of the ITU's Table of MIDs), grouped by the flag, as lower-case
 * ISO 3166-1 alpha-2. A territory with a code of its own stands under that code: 477 is `hk`, not `cn`. 306 is shared
 * by Bonaire, Curacao and Sint Maarten and stands under `cw`.
 */
const table = `
ad202 ae470 af401 ag304,305 ai301 al201 am216 ao603 ar701 as559 at203 au503 aw307 az423
ba478 bb314 bd405 be205 bf633 bg207 bh408 bi609 bj610 bm310 bn508 bo720 br710 bs308,309,311 bt410 bw611 by206 bz312
ca316 cc523 cd676 cf612 cg615 ch269 ci619 ck518 cl725 cm613 cn412,413,414 co730 cr321 cu323 cv617 cw306 cx516
cy209,210,212 cz270 de211,218 dj621 dk219,220 dm325 do327 dz605 ec735 ee276 eg622 er625 es224,225 et624
fi230 fj520 fk740 fm510 fo231 fr226,227,228 ga626 gb232,233,234,235 gd330 ge213 gf745 gh627 gi236 gl331 gm629 gn632
gp329 gq631 gr237,239,240,241 gt332 gw630 gy750 hk477 hn334 hr238 ht336 hu243 id525 ie250 il428 in419 iq425 ir422
is251 it247 jm339 jo438 jp431,432 ke634 kg451 kh514,515 ki529 km616,620 kn341 kp445 kr440,441 kw447 ky319 kz436
la531 lb450 lc343 li252 lk417 lr636,637 ls644 lt277 lu253 lv275 ly642 ma242 mc254 md214 me262 mg647 mh538 mk274
ml649 mm506 mn457 mo453 mp536 mq347 mr654 ms348 mt215,229,248,249,256 mu645 mv455 mw655 mx345 my533 mz650
na659 nc540 ne656 ng657 ni350 nl244,245,246 no257,258,259 np459 nr544 nu542 nz512 om461
pa351,352,353,354,355,356,357,370,371,372,373,374 pe760 pf546 pg553 ph548 pk463 pl261 pm361 pn555 pr358 ps443
pt204,255,263 pw511 py755 qa466 re660 ro264 rs279 ru273 rw661 sa403 sb557 sc664 sd662 se265,266 sg563,564,565,566
sh608,665 si278 sk267 sl667 sm268 sn663 so666 sr765 ss638 st668 sv359 sy468 sz669 tc364 td670 tf501,607,618,635 tg671
th567 tj472 tm434 tn672 to570 tr271 tt362 tv572 tw416 tz674,677 ua272 ug675 us303,338,366,367,368,369 uy770 uz437
va208 vc375,376,377 ve775 vg378 vi379 vn574 vu576,577 wf578 ws561 ye473,475 za601 zm678 zw679`

const countryByMid: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split(/\s+/)
    .flatMap((entry) =>
      entry
        .slice(2)
        .split(',')
        .map((mid) => [mid, entry.slice(0, 2)] as const),
    ),
)

/** The flag of three maritime identification digits, lower-case ISO 3166-1 alpha-2; undefined where not assigned. */
export function countryOfMid(mid: string): string | undefined {
  return countryByMid.get(mid)
}
