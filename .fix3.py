exec(open('.fix2.py').read().split("r=load('request')")[0])
r=load('request')
r=sub(r,'request.ask-for.v.2',(r'"ask for", "beg for", ',''),(r'"petition for", ',''),(r', "push for", "lobby for", "press for"',''))
a1,b1=entry(r,'request.ask-for.v.2'); t=r[a1:b1]
obj=re.search(r'  object: \[(.*)\]\n',t)[1]
r=r[:b1]+f'''- id: request.ask-for.v.3
  verb: [ask, beg, petition, lobby, press, push, plead]
  object: [none]
  prep: {{for: [{obj}]}}
  subject: [actor]
  subject_not: [$private, $business, reporter, journalist, customer, client, company, firm, bank]
  agentless: false
  cameo: "102"
  recipient: [from, to, of, with, "on"]
  example: "The council of the atoll asked for a nurse."
'''+r[b1:]
r=sub(r,'request.seek.v',(r'  subject: .*\n','  subject: [actor]\n'))
save('request',r)
a=load('accuse')
a=sub(a,'accuse.protest-verbal.v.3',(r'verb: .*','verb: protest'),)
a=sub(a,'accuse.remonstrate.v',(r'"take issue", ',''))
a=sub(a,'accuse.call-bad.v.2',(r'example: .*','example: "The Malian government called the reply of the envoy absurd."'))
save('accuse',a)
j=load('reject')
for i in ('reject.cold-water.v','reject.no-to.v'): j=drop(j,i)
j=sub(j,'reject.strike-down.v',(r' veto,',''))
for i in ('reject.shun-forum.v','reject.bar-envoy.v'): j=sub(j,i,(r'  object_not:.*\n',''))
j=sub(j,'reject.inadmissible.v',(r'example: .*','example: "The constitutional council of Togo ruled the petition of the opposition inadmissible."'))
save('reject',j)
p=load('support')
p=sub(p,'support.stand-up-for.v',(r'  subject: .*\n','  subject: [actor]\n'))
p=sub(p,'support.recognise.v.2',(r'  object_not:.*\n',''))
p=sub(p,'support.forgive.v.2',(r'  subject: .*\n','  subject: [actor]\n'))
p=sub(p,'support.welcome-any.v',(r'  object_not:.*\n',''))
p=sub(p,'support.rally-round.v',(r'verb: .*\n  prep: .*','verb: ["rally round", "close ranks round", "unite round"]\n  object: [actor, place]'),(r'recipient: .*','recipient: [object]'))
save('support',p)
