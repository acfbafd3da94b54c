/**
 * Chinese and Korean words that stand for two, which lists translate one by one: `whole=first+second`. The halves are
 * words of the lexicon. Compiled by hand for Cordon.
 */
export const contractedWords = `
进出口=进口+出口 進出口=進口+出口 수출입=수출+수입 工贸=工业+贸易 工貿=工業+貿易 科贸=科技+贸易 科貿=科技+貿易
运贸=运输+贸易 運貿=運輸+貿易 储运=仓储+运输 儲運=倉庫+運輸 油气=石油+天然气 油氣=石油+燃气 农工商=农业+工商
文体=文化+体育 水陆=水务+公路 钢贸=钢铁+贸易 商旅=商贸+旅游 物贸=物资+贸易 机电=机械+电子 機電=機械+電子
船务代理=船务+代理 国贸=国际+贸易 國貿=國際+貿易 外经贸=对外+经济+贸易
`
