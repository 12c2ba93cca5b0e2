import sys
exec(open('.fix2.py').read().split("r=load('request')")[0])
f=sys.argv[1]; s=load(f)
for i in sys.argv[2:]: s=drop(s,i)
save(f,s)
