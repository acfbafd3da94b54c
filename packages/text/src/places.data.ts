/**
 * Provinces and large towns of China and Korea in Han and Hangul, so that a firm's place is cut from its name. They are
 * romanised like any word. Compiled by hand for Cordon; the first-level divisions are complete.
 */
export const chinesePlaces = `
河北 河北省 山西 辽宁 遼寧 辽宁省 吉林 吉林省 黑龙江 黑龍江 江苏 江蘇 江苏省 浙江 浙江省 安徽 福建 福建省 江西 山东 山東 山东省 河南 湖北 湖南 广东 廣東 广东省 海南 四川 贵州 貴州 云南 雲南 陕西 陝西 甘肃 甘肅 青海 内蒙古 广西 廣西 西藏 宁夏 寧夏 新疆 天津 重庆 重慶
广州 廣州 武汉 武漢 成都 西安 南京 杭州 苏州 蘇州 宁波 寧波 青岛 青島 厦门 廈門 长沙 長沙 郑州 鄭州 济南 濟南 石家庄 哈尔滨 哈爾濱 长春 長春 太原 合肥 福州 南昌 昆明 贵阳 南宁 海口 兰州 银川 西宁 乌鲁木齐 呼和浩特 无锡 無錫 常州 南通 徐州 扬州 连云港 烟台 煙台 威海 潍坊 日照 临沂 淄博 东营 唐山 秦皇岛 保定 邯郸 沧州 营口 锦州 鞍山 抚顺 珲春 延边 图们 珠海 佛山 东莞 東莞 中山 惠州 汕头 湛江 温州 溫州 绍兴 嘉兴 台州 金华 义乌 舟山 泉州 漳州 三明 莆田 洛阳 宜昌 襄阳 株洲 桂林 柳州 绵阳 包头 大同 九龙 九龍 台北 高雄 石岛
서울 부산 인천 대구 대전 광주 함흥 청진 원산 남포 신의주 개성 라선 라진 해주 함경 평안 황해 량강 자강 강원
`
