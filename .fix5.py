exec(open('.fix2.py').read().split("r=load('request')")[0])
j=load('reject')
for i in ('reject.bow-out-vote.v','reject.exclude.v','reject.hand-back.v','reject.renege.v.2','reject.disqualify.v','reject.unanswered.v'): j=drop(j,i)
j=sub(j,'reject.vote-against.v',(r'example: .*','example: "Cuba voted against the resolution in Geneva."'))
j=sub(j,'reject.shun-forum.v',(r'verb: .*','verb: [spurn, "absent oneself from", cold-shoulder, "cry off from", "beg off from", "bow out of"]'),(r'example: .*','example: "The Taliban spurned a peace forum in Doha."'))
j=sub(j,'reject.refuse-meet.v',(r'verb: \[snub, shun, "cold-shoulder", spurn, rebuff','verb: [spurn, ostracise'),(r'snubbed','spurned'))
j=sub(j,'reject.no-recognition.v',(r'example: .*','example: "The tribal council of Waziristan disavowed the accord with the army."'))
j=sub(j,'reject.refuse-entry.v',(r'example: .*','example: "Ghana withheld landing rights from the Togolese exiles."'))
j=sub(j,'reject.dismiss-wish.v',(r'verb: \[','verb: [swat away, bat away, fend off, parry, deflect, sidestep, slap down, toss aside, spike, bin, duck, "wash hands of", trash, "face down", repel, repulse, nix, '))
save('reject',j)
p=load('support')
for i in ('support.shoulder.v','support.admit-member.v'): p=drop(p,i)
a1,b1=entry(p,'support.express.v'); p=sub(p,'support.express.v',(r', thank, praise',', praise'),(r', congratulation, felicitation, sympathy, condolence, understanding',', felicitation'),(r'gratitude, ',''),(r'"deep appreciation", ','"deep appreciation", '),(r'  object_not: .*\n',''))
p=sub(p,'support.express.v.3',(r'understanding, ',''))
p=sub(p,'support.tribute.v',(r'verb: .*','verb: [pay, render, offer, deliver, do, show]'),(r'object: .*','object: ["last respect", respect, honour, honor, reverence, "respects", salute]'),(r'example: .*','example: "The Samoan premier paid respects to the late king of Tonga."'))
p=sub(p,'support.vindicate.v',(r'example: .*','example: "The Serbian foreign minister justified the annexation by Russia."'),(r'verb: \[defend, ','verb: ['))
p=sub(p,'support.readmit.v',(r'example: .*','example: "The Commonwealth readmitted Gambia in May."'))
p=sub(p,'support.green-light.v',(r'example: .*','example: "The Thai king gave his nod to the accord."'))
p=sub(p,'support.medal.v.2',(r'verb: \[pin, hang, ','verb: ['),(r'example: .*','example: "The Kenyan president conferred a medal on the Ugandan general."'))
p=sub(p,'support.thank.v.2',(r'verb: \[thank, congratulate, toast, ','verb: ['),(r'thanked','embraced'))
p=sub(p,'support.restore-relations.v',(r'example: .*','example: "Chad and Morocco restored diplomatic contact."'),)
p=sub(p,'support.canvass.v',(r'example: .*','example: "The Slovenian premier canvassed for Croatia and its accession."'))
p+='''- id: support.forgive.v.2
  verb: [forgive, absolve]
  object: [those, them, enemy, tormentor, jailer, plotter]
  subject: [actor]
  subject_not: [$private, $business, god]
  agentless: false
  cameo: "051"
  recipient: [object]
  example: "The Sudanese premier forgave those who had plotted his fall."
- id: support.recognise.v.2
  verb: [recognise, recognize]
  object: [place, government, junta, council, authority, statehood]
  subject: [actor]
  subject_not: [$private, $business, witness, tourist]
  agentless: false
  cameo: "051"
  recipient: [object, of]
  example: "In January the twelve recognised Slovenia."
- id: support.rally-round.v
  verb: [rally]
  prep: {round: [any]}
  subject: [actor]
  subject_not: [$private, $business, neighbour, family, stock]
  agentless: false
  cameo: "053"
  recipient: [round, object]
  example: "Equatorial Guinea's ruling party rallied round its president."
- id: support.throw-lot.v
  verb: [throw in, throw, cast, join, link, make]
  object: [lot, hand, arm, "common cause"]
  prep: {with: [state, place, armed, party, opposition, $leader]}
  subject: [state, armed, org, $leader, $official, party, opposition, union]
  subject_not: [$private, $business, dancer]
  cameo: "051"
  recipient: [with]
  example: "The Kurdish party made common cause with the opposition in Ankara."
- id: support.red-carpet.v
  verb: [roll out, lay out, unroll]
  object: [carpet, "red carpet", "welcome mat"]
  prep: {for: [actor, place]}
  subject: [state, place, $leader, $official]
  subject_not: [$private, $business]
  cameo: "051"
  recipient: [for]
  example: "Hungary rolled out the red carpet for the Georgian premier."
- id: support.approve-of.v
  verb: ["approve of", "smile on", "look kindly on", "look favourably on", "nod to", "warm to", "vote through", "subscribe to", "sympathise with", "see eye to eye with", "concur with", "identify with"]
  object: [state, armed, $leader, $official, $policy, $plan, $agreement, $law, $war, decision, stance, view, course, opposition, party, cause, handling, raid, strike, coup, place]
  subject: [state, $leader, $official, $diplomat, party, org, bishop]
  subject_not: [$private, $business]
  agentless: false
  cameo: "051"
  recipient: [object, of, by]
  example: "The Saudi foreign minister approved of the stance of Egypt."
- id: support.call-good.v.2
  verb: [call friend, call brother, call ally, call partner, call hero, call model, call success, call triumph, call milestone, call breakthrough, call example, call landmark, call victory, call inspiration, call patriot, call beacon, call statesman, call free, call transparent, call orderly, call sincere, call wise, call honest, call indispensable, call trustworthy, call peaceful, call outstanding, call remarkable, call reasonable, call responsible, call positive, call promising, call just, call lawful, call legal, declare free, declare fair, declare credible, declare legitimate, declare transparent, pronounce free, pronounce fair, judge free, judge fair, deem credible, deem free, deem fair, consider credible, consider fair, find credible, find fair, consider friend, consider ally, name friend, declare friend, declare ally, term success, term historic, term positive, term courageous, label hero, brand hero]
  subject: [state, org, $leader, $official, $diplomat, $mission, observer, monitor]
  subject_not: [$private, $business, critic, coach]
  object: [$plan, $agreement, $election, $visit, $talks, $ceasefire, $reform, state, armed, place, $leader, $official, decision, step, move, effort, vote, ruling, response, mission, count, ally, conduct, him, her, neighbour]
  object_not: [$sport]
  agentless: false
  cameo: "051"
  recipient: [of, by, object]
  example: "African Union observers declared the vote in Benin credible."
- id: support.describe-good.v
  verb: [describe, hail, characterise, characterize, praise, present, hold up, portray, single out, salute, acclaim]
  object: [state, armed, $leader, $official, $plan, $agreement, $election, $ceasefire, $reform, $withdrawal, $talks, decision, step, move, effort, vote, place, policy, visit, government]
  prep: {as: [friend, brother, ally, partner, hero, model, success, triumph, milestone, breakthrough, example, landmark, victory, inspiration, patriot, beacon, statesman, free, fair, credible, transparent, peaceful, constructive, positive, historic, courageous, pillar, bulwark, "step forward", step, gesture, proof]}
  subject: [state, org, $leader, $official, $diplomat, $mission, observer, party]
  subject_not: [$private, $business, critic]
  object_not: [$sport]
  agentless: false
  cameo: "051"
  recipient: [object, of, by]
  example: "The Rwandan president described Qatar as a pillar of the region."
- id: support.validate.v
  verb: [validate, certify, legitimise, legitimize, legitimate, endorse, uphold, confirm, bless, proclaim]
  object: [$election, result, outcome, victory, win, count, re-election, tally, candidacy, mandate, "election result", ticket, succession, takeover, annexation]
  subject: [state, org, $mission, $leader, $official, observer, parliament, council, party, bloc]
  subject_not: [$private, $business, coach]
  object_not: [$sport, session, debate]
  agentless: false
  cameo: "051"
  recipient: [of, by]
  example: "Observers from the Commonwealth certified the election in Lesotho."
- id: support.draw-praise.v
  verb: [draw, win, earn, garner, attract, receive, get, collect, "meet with", reap, gain]
  object: [praise, plaudit, applause, acclaim, compliment, "warm word", sympathy, congratulation, condolence, "kind word", commendation, thanks, "standing ovation", ovation, tribute, accolade, salute, admiration, nod, "vote of confidence"]
  prep: {from: [state, org, $leader, $official, $diplomat, party, bishop, place]}
  subject: [actor]
  subject_not: [$private, $business, film]
  cameo: "051"
  actor: [from]
  recipient: [subject]
  example: "The Malawian judges drew praise from the Zambian president."
- id: support.put-trust.v
  verb: [put, place, repose, declare, have, reaffirm, restate]
  object: [faith, trust, confidence, "full confidence", hope]
  prep: {in: [state, armed, $leader, $official, party, $court, mission, mediator, org]}
  subject: [state, org, $leader, $official, party, parliament, board]
  subject_not: [$private, $business, investor]
  cameo: "051"
  recipient: [in]
  example: "The Angolan president placed his trust in the mediator from Zambia."
- id: support.echo.v
  verb: [echo, second, share, endorse, reiterate, adopt, embrace, "take up"]
  object: [view, position, stance, opinion, call, demand, appeal, cause, assessment, idea, vision, proposal, claim, complaint, criticism, objection]
  prep: {of: [actor, place]}
  subject: [state, org, $leader, $official, $diplomat, party]
  subject_not: [$private, $business]
  cameo: "051"
  recipient: [of]
  example: "The Slovak premier seconded the call of the Czech president."
- id: support.embrace-plan.v
  verb: [embrace, applaud, favour, favor, espouse, cheer, clap, "give backing to", champion, "push for", second, underwrite politically, "come out for", "rally behind"]
  object: [$plan, $agreement, $reform, $ceasefire, roadmap, candidacy, charter, union, independence, "two-state solution", accession, membership, enlargement, treaty, idea, initiative, resolution]
  subject: [state, org, $leader, $official, $diplomat, party, bishop, union]
  subject_not: [$private, $business, analyst]
  object_not: [$sport]
  agentless: false
  cameo: "051"
  recipient: [of, by]
  example: "The Arab League embraced the roadmap of the mediators."
- id: support.nominate-prize.v
  verb: [nominate, propose, put forward, recommend, name]
  object: [state, armed, $leader, $official, $diplomat, civil, org]
  prep: {for: ["peace prize", "nobel peace prize", "nobel prize", prize, award, medal, honour, sainthood]}
  subject: [state, $leader, $official, party, parliament]
  subject_not: [$private, $business]
  cameo: "051"
  recipient: [object]
  example: "The Norwegian deputies nominated the mediators of Oman for the peace prize."
- id: support.take-cudgels.v
  verb: [take up, take, fly, carry, beat, wave, raise]
  object: [cudgel, "banner", torch, flag, drum, voice]
  prep: {for: [actor, place, $plan, cause, $rights]}
  subject: [state, $leader, $official, party, org, bishop]
  subject_not: [$private, $business, athlete, $crowd]
  cameo: "052"
  recipient: [for]
  example: "The Irish premier took up the cudgels for the Palestinian government."
- id: support.words-of.n
  noun: ["word of praise", plaudit, "warm word", "ringing endorsement", "vote of confidence", "message of support", "message of solidarity", "message of congratulation", "statement of support", "declaration of support", "expression of support", "letter of support", "gesture of support", "gesture of solidarity", "show of support", "show of solidarity"]
  cameo: "051"
  actor: [poss, by, from, light]
  recipient: [for, to, with, in]
  light: [send, issue, give, offer, address, extend, win, stage, publish, voice]
  example: "The Swedish government issued a statement of support for Lithuania."
'''
save('support',p)
