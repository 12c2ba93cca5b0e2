p='knowledge/lexicon/en/events/request.yml'; s=open(p).read()
a=s.index('- id: request.encourage.v\n'); b=s.index('- id: request.encourage.v.2')
V='[intervene, act, help, do, take, make, give, publish, name, hold, review, open, close, change, drop, explain, clarify, come, move, stay, go, leave, mediate, stop, cease, halt, end, quit, resign, step, withdraw, pull, hand, return, free, release, form, talk, negotiate, meet, settle, agree, accept, sign, ratify, lift, ease, respect, honour, honor, obey, comply, cooperate, disarm, surrender, disband, dissolve, pay, send, protect, spare, restore, reinstate, rewrite, amend, repeal, scrap, abandon, allow, let, admit, recognise, recognize, apologise, apologize, investigate, probe, prosecute, elect, appoint, dismiss, sack, cut, reduce, raise, refrain, keep, work, join, back, support, reconsider, rethink, reverse, strike, speak, listen, show, exercise, file, register, finish, set, begin, start, prepare, improve, ensure, guarantee, implement, choose, decide]'
new=f'''- id: request.tell-to.v
  verb: [tell, encourage, challenge, advise, invite, remind, want, counsel, dare, caution, warn]
  object: [state, armed, $leader, $official, parliament, government, minister, congress, assembly, council, army, junta, rebel, court, commission, authority, party, governor, faction, side]
  object_not: [reporter, journalist, $business, $private]
  subject: [state, org, armed, $leader, $official, $diplomat, $mission, opposition, party, union, federation]
  subject_not: [$private, $business, reporter, journalist]
  purpose: {V}
  agentless: false
  cameo: "100"
  recipient: [object]
  example: "The attorney general of Peru told the police minister to stop giving orders to judges."
  not: "The minister told the reporter to wait."
'''
s=s[:a]+new+s[b:]
open(p,'w').write(s)
