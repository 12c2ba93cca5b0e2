import re
D='knowledge/lexicon/en/events/'
def load(f): return open(D+f+'.yml').read()
def save(f,s): open(D+f+'.yml','w').write(s)
def entry(s,i):
    a=s.index(f'- id: {i}\n'); m=re.search(r'\n(?=- id: |\n# ---)',s[a+5:]); b=a+5+(m.start()+1 if m else len(s))
    return a,b
def drop(s,i):
    a,b=entry(s,i); return s[:a]+s[b:]
def sub(s,i,*prs):
    a,b=entry(s,i); t=s[a:b]
    for x,y in prs:
        n=re.sub(x,lambda m:y,t,count=1,flags=re.M)
        if n==t: print('same',i,x)
        t=n
    return s[:a]+t+s[b:]
r=load('request')
r=sub(r,'request.ask-for.v',(r'  object_not:.*\n',''),(r'  subject: .*\n','  subject: [actor]\n'))
r=sub(r,'request.ask-for.v.2',(r'  object_not:.*\n',''),(r'  subject: .*\n','  subject: [actor]\n'))
r=sub(r,'request.seek.v',(r'  object_not:.*\n',''),(r'  subject: .*\n','  subject: [state, armed, org, $leader, $official, $diplomat, $mission]\n'))
r=sub(r,'request.seek.v.2',(r'  object: .*\n',''),(r'  object_not:.*\n',''),(r'  subject: .*\n','  subject: [actor]\n'),(r'subject_not: .*','subject_not: [$private, $business, investor, company, patient, student, scientist, researcher]'),(r'example: .*','example: "Families of the missing in Nicosia sought word from the defence ministry."'))
r=sub(r,'request.turn-for.v',(r'  subject: .*\n','  subject: [actor]\n'))
r=sub(r,'request.tell-to.v',(r'example: .*','example: "The attorney general of Peru told the police minister to publish the list."'))
r=sub(r,'request.encourage.v.2',(r'example: .*','example: "The Chilean foreign minister encouraged both chambers to settle on a law."'))
r=sub(r,'request.renew-appeal.n',(r'example: .*','example: "Campaigners in Singapore renewed their appeal for boats to the government."'))
r=drop(r,'request.court-order.v')
save('request',r)
a=load('accuse')
for i in ('accuse.denounce-any.v','accuse.blame-thing.v','accuse.inquiry-launched.n','accuse.note-reach.n'): a=drop(a,i)
a=sub(a,'accuse.find-fault.v',(r'"take issue with", ',''))
a=sub(a,'accuse.lament.v',(r'subject: \[','subject: [conference, union, bar, actor, '),(r'  object_not:.*\n',''))
a=sub(a,'accuse.call-bad.v.2',(r'  object_not:.*\n','  object_not: [idea, $sport, film, novel]\n'),(r'example: .*','example: "Mali called the visit of the senator a provocation and an insult."'))
a=sub(a,'accuse.charge-act.v',(r'example: .*','example: "The Sudanese foreign minister charged Ethiopia with feeding the war."'))
a=sub(a,'accuse.take-court.v',(r'example: .*','example: "Timor-Leste dragged Australia to the world court over the sea border."'))
a=sub(a,'accuse.scrutinise.v',(r'  object_not:.*\n',''),(r'example: .*','example: "A congressional committee in Asuncion combed through the accounts of the former president."'))
a=sub(a,'accuse.inquire-into.v',(r'  object_not:.*\n',''),(r'example: .*','example: "A truth commission in Banjul inquired into the ways of the security branch."'))
a=sub(a,'accuse.protest-verbal.v',(r'  subject: ','  object: [none]\n  object_not: [tax]\n  subject: '))
a=sub(a,'accuse.protest-verbal.v.3',(r'  subject: ','  object: [none]\n  object_not: [tax]\n  subject: '),(r'prep_not: .*','prep_not: {outside: [any], in: [street, square, capital]}'))
save('accuse',a)
j=load('reject')
for i in ('reject.refusal-of.n','reject.none-of.v','reject.open-defiance.n'): j=drop(j,i)
j=sub(j,'reject.no-to.v',(r'example: .*','example: "Algeria said no to the escort."'))
j=sub(j,'reject.inadmissible.v',(r'rule inadmissible','call inadmissible, rule inadmissible'))
j=sub(j,'reject.dismiss-petition.v',(r'example: .*','example: "The electoral board of Bolivia threw out the complaint."'))
j=sub(j,'reject.stay-away.v',(r'  prep: .*\n','  object: [none]\n  object_not: [home]\n'),(r'\$official, ',''),(r'subject: \[','subject: [mayor, premier, '),(r'example: .*','example: "The mayor of Hebron stayed away from the reception of the governor."'))
a1,b1=entry(j,'reject.shun-forum.v'); t=j[a1:b1]
t=t.replace('  object_not: [$sport, $election, class, exam, food]\n','  object_not: [class, exam, food]\n')
vs=[t.replace('verb: [snub, shun, spurn, skip, boycott, ','verb: [spurn, skip, ').replace('A signing','a signing').replace('The Taliban snubbed','The Taliban skipped')]
for k,p in enumerate(('in','with','at'),2):
    vs.append(t.replace('reject.shun-forum.v',f'reject.shun-forum.v.{k}').replace(re.search(r'verb: .*',t)[0],'verb: [snub, shun, boycott]').replace('  subject: ',f'  prep: {{{p}: [any]}}\n  subject: ',1).replace('in Doha',{'in':'in Doha','with':'with the envoys','at':'at the palace'}[p]))
j=j[:a1]+''.join(vs)+j[b1:]
a1,b1=entry(j,'reject.bar-envoy.v'); t=j[a1:b1]
t2=t.replace('reject.bar-envoy.v','reject.bar-envoy.v.2').replace('  subject: ','  prep: {from: [country, entry, territory, place, island, camp, region, area, $facility, site, count, hall]}\n  subject: ',1)
j=j[:a1]+t.replace('from the country','at the airport')+t2+j[b1:]
save('reject',j)
p=load('support')
p=sub(p,'support.rally-round.v',(r'example: .*','example: "Kuwait and Oman rallied round Bahrain."'))
p=sub(p,'support.line-up.v',(r'example: .*','example: "Latvia and Estonia lined up behind Finland."'))
p=sub(p,'support.praise-any.v',(r'example: .*','example: "The patriarch of Antioch commended the silence of the crowd in Homs."'))
p=sub(p,'support.marks.v',(r'example: .*','example: "Observers from the Commonwealth gave high marks to the election commission of Zambia."'))
p=sub(p,'support.vote-favour.v.2',(r'example: .*','example: "Opposition deputies voted in favour of the bill."'))
p=sub(p,'support.acknowledge-win.v',(r', "new government", "new president"',''))
save('support',p)
