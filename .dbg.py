import sys,re; sys.path.insert(0,'/work/main/.scratch'); import shim
from dateline.pipeline import Pipeline
from dateline.records import Report
from dateline.coding.meaning import Meaning
from dateline.knowledge.grammar import load_grammar
from dateline.resolve.actors import resolve_actors
from dateline.coding.frames import FrameBuilder
from dateline.coding.tree import is_verb
P=Pipeline(); L=P._lexicon; G=load_grammar()
T=sys.argv[1]; KEEP={'actor','state','armed','civil','org','person','group','place','number','event'}
rows=[]
for l in open('.miss.txt'):
    m=re.match(r'([MW]) (\S+) ([A-Z]+) (\w+) \| (.*) \| P: (.*?) \| GOT',l)
    if m and m[3]==T: rows.append((m[2],m[4],m[5],m[6]))
reps=[Report(id=str(i),input='x',text=r[2],published='2021-06-15') for i,r in enumerate(rows)]
for r,d in zip(rows,P._parser.parse(reps)):
    pl=P._places.resolve(d); cast=resolve_actors(d,pl,P._actors)
    at=r[2].find(r[3])
    for s in d.sentences:
        m=Meaning(s,cast,pl,L,G); fb=FrameBuilder(s,G)
        lab=lambda x:f"{s.tokens[x].text}{sorted(k for k in m.labels(x) if k in KEEP or k[0]=='$')}"
        for t in s.tokens:
            if t.end>at and t.start<at+len(r[3]) and (is_verb(t) or t.pos in('NOUN','PROPN') or t.dep=='ROOT'):
                if is_verb(t):
                    f=fb.verb(t.i)
                    print(r[0],r[1],'|',f.word,'| S',[lab(x) for x in f.subjects],'| O',[lab(x) for x in f.objects],'| I',[lab(x) for x in f.iobjs],'|',{p:[lab(x) for x in h] for p,h in f.preps.items()},{k:[s.tokens[c].text for c in v] for k,v in f.clauses.items()},{k:s.tokens[c].text for k,c in f.gerunds.items()})
                else: print(r[0],r[1],'| noun',t.text,t.dep,'<',s.tokens[t.head].text)
