// Recognizes words of crisis. Too often rather than too seldom: help in view never hurts a search.
import { compact, distance } from "./search-text.js";

const SELF = "(?:my ?self|me|him ?self|her ?self|them ?sel(?:f|ve)s?|your ?self|our ?selve?s?)";
const LATIN = [
  /\bsuic|\bsucid|\bsuisid|\bsuici|\bsucide|unaliv|\bkms\b|\bkys\b/,
  new RegExp(`\\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|drown|shoot|burn|burning|starve) ${SELF}`),
  /\bself ?(?:harm|injur|hurt|destruct)/,
  /\b(?:want|wanna|wanted|wish|wishing|ready|going|gonna|try|trying|plan|planning|think|thinking|thought|feel|feeling|hope|hoping|prefer|rather|deserve|need|let me|about)\b.{0,24}\b(?:die|dying|dye|dead|death|disappear|not exist|cease to exist|never wake|not wake|wasn ?t (?:alive|here|born)|not be (?:here|alive))\b/,
  /\b(?:end|ending|take|taking) (?:it all|my (?:own )?life|everything|his life|her life|it tonight|thing)/,
  /\b(?:end|finish) (?:it|thi|thing)(?: all| now| tonight)?$/,
  /\b(?:dont|do not|didnt|never|not|no longer) (?:really )?(?:want|wanna|wish|care)(?: to)? (?:to )?(?:live|be alive|be here|exist|wake up|go on|keep going|if i die|carry on|live anymore|be around)/,
  /\b(?:cant|cannot|can not|couldnt|unable to) (?:go on|keep (?:going|living)|live|do thi|do it|take (?:it|thi)|carry on|cope|stand (?:it|thi|living)|bear)/,
  /\b(?:no|any|what'?s the|whats the|the) (?:reason|point|purpose)(?: left)? (?:to|in|of|for)? ?(?:live|living|life|going on|go on|alive|anything|anymore)/,
  /\bbetter off (?:dead|without me|if i)/,
  /\b(?:life|living|live) (?:is not|isnt|not|has no|have no|is no longer|is pointless|is meaningless) ?(?:worth|meaning|purpose|it|point)?/,
  /\b(?:tired|sick|done|fed up|finished|exhausted|over) (?:of|with|by) (?:living|life|being alive|everything|existing)/,
  /\b(?:give|giving|gave) up on (?:life|living|everything)|\bhate my life\b|\bwant (?:it|thi|the pain|everything|out) (?:all )?to (?:end|stop|be over)\b/,
  /\b(?:nobody|no one|noone) (?:would|will|ll|d) (?:miss|care|notice)|\bburden (?:to|on) (?:everyone|my|all|other)|\bworld .{0,12}without me/,
  /\b(?:painless|easiest|quick|quickest|best|how many|how much|way) .{0,24}\b(?:to die|death|dying|kill|fatal|lethal|overdose)\b|\boverdos|\bjump off|\bslit (?:my )?wrist|\bnoose\b|\bgoodbye (?:note|letter)/,
  /\b(?:crisi|hotline|helpline|lifeline|samaritan|emergency (?:number|help|line)|need help (?:now|right now|urgently)|urgent help|help me(?: please)?$|safety plan)\b/,
  /\b(?:bu ?xiang ?huo|xiang ?si\b|wo xiang si|zi ?sha|huo bu xia|qing ?sheng|huobuxiaqu|woxiangsi|buxianghuo)/,
];
const CHINESE = [
  /自杀|自sha|自鲨|轻生|寻死|寻短见|自尽|殉情|自残|自伤|割腕|跳楼|跳桥|上吊|烧炭|遗书|遗言|厌世|生无可恋|一了百了|一死了之|服毒|吞药|自我了断|自我伤害/,
  /想死|去死|该死了|求死|等死|死了算|死了就|不如死|死掉|死了一?了|怎么死|死法|死得|死去|寻死觅活|死的念头|想到死|想过死|想要死|要死了|让我死|死了好|死了会/,
  /(?:不想|不愿意?|不再想|没想|没力气|没勇气|没意思|没有勇气|没动力|懒得|唔想|无法|不能|不敢|不知道为什么|为什么要|为啥|凭什么).{0,4}(?:活|生存|存在|醒来|醒过来|生)(?!动|气|病|孩|育|物|活品|酮)/,
  /活不下|活不了|活不动|活着(?:没|好累|太累|真累|很累|干|有什么|有啥|为了什么|痛苦|太痛|就是|的意义|累|好难|太难|好辛苦)|活够|活腻|活得(?:好|太|很)?(?:累|痛苦)|不活了|没法活|苟活/,
  /(?:撑|坚持|熬|扛|挺|忍|顶|過|过|走|受)(?:不住|不下去|不了了?|唔顺|唔住|不过去)|顶唔顺|承受不/,
  /(?:结束|了结|终结|了断)(?:自己|生命|我的|这一切|一切|这条命|此生|痛苦)|想解脱|求解脱|怎么解脱|想消失|想从.{0,4}消失|离开(?:这个|人)世(?:界)?|不想在了|不在人世/,
  /伤害(?:自己|我自己)|弄伤自己|划(?:自己|手臂|手腕)|掐自己|打自己/,
  /(?:没有?|看不到|失去|找不到)(?:任何)?(?:活|生)?(?:着|下去|命|存)?的?(?:意义|希望|盼头)|人生没(?:有)?意义|活下去的(?:理由|勇气|意义)|(?:没有我|少了我).{0,8}更好|累赘|没人(?:会)?在乎我/,
  /救救我|救命|危机|热线|求助电话|心理援助|紧急电话|急救电话|安全计划|多少.{0,6}(?:会死|致死|致命)|致死量|无痛/,
];
const SUICIDE = ["suicide", "suicidal"];

/** Tell whether a normalized query speaks of crisis. */
export function isCrisis(query) {
  if (LATIN.some((pattern) => pattern.test(query))) return true;
  if (CHINESE.some((pattern) => pattern.test(compact(query)))) return true;
  return query.split(" ").some((word) => word.length > 5 && SUICIDE.some((right) => distance(word, right, 2) <= 2));
}
