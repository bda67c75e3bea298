/** Short and familiar forms of English forenames: folded nickname → the forenames that it may stand for. */

const TABLE =
  'al:albert,alfred,alexander alex:alexander,alexis andy:andrew art:arthur barney:bernard ben:benjamin bernie:bernard ' +
  'bert:albert,herbert,robert bill:william billy:william bob:robert bobby:robert brad:bradford bud:william cap:caspar ' +
  'chet:chester chip:charles chuck:charles clem:clement cliff:clifford cy:cyrus dan:daniel danny:daniel dave:david ' +
  'dick:richard doc:marshall don:donald doug:douglas ed:edward,edwin,edmund eddie:edward ernie:ernest ev:everett ' +
  'fran:francis frank:francis,franklin fred:frederick,alfred gene:eugene geoff:geoffrey gerry:gerard,gerald greg:gregory ' +
  'hal:harold,henry hank:henry harry:harold,henry herb:herbert hugh:hubert ike:dwight jack:john jake:jacob jeff:jefferson,' +
  'geoffrey jerry:jerome,gerald jim:james jimmy:james joe:joseph joey:joseph jock:john johnny:john jon:jonathan ' +
  'ken:kenneth kit:christopher larry:lawrence,laurence len:leonard lew:lewis lou:louis luke:lucius mac:mcgeorge ' +
  'matt:matthew max:maxwell mel:melvin,melville mike:michael mort:morton nat:nathan,nathaniel ned:edward nick:nicholas ' +
  'norm:norman pat:patrick pete:peter phil:philip,phillip ray:raymond reg:reginald rich:richard rick:richard rob:robert ' +
  'rod:roderick,rodger roger:rodger rollie:roland ron:ronald russ:russell sam:samuel sandy:alexander sol:solomon ' +
  'stan:stanley steve:stephen,steven stu:stuart sy:seymour ted:theodore,edward terry:terence tim:timothy tom:thomas ' +
  'tommy:thomas tony:anthony toby:tobias vic:victor vince:vincent wally:walter walt:walter wes:wesley will:william ' +
  'win:winston,winthrop zbig:zbigniew cam:campbell tap:tapley tommie:thomas jeb:james jeanne:jean';

const NICKNAMES = new Map(TABLE.split(' ').map((row) => [row.split(':')[0]!, row.split(':')[1]!.split(',')] as const));

/** Forenames that a familiar form may stand for; [] for a word that isn't one. Both folded. */
export const forenamesOf = (nickname: string): readonly string[] => NICKNAMES.get(nickname) ?? [];
