cd /work/main/.scratch/w6; export PYTHONPATH=$PWD/src; PY=/work/main/.venv/bin/python
$PY tools/build_knowledge.py lexicon || exit 1
TYPES=ACCUSE,REQUEST,REJECT,SUPPORT OUT=$PWD/.miss.txt $PY ../train/eval.py ../train/{material,verbal,status,world}.txt;PART=held TYPES=ACCUSE,REQUEST,REJECT,SUPPORT $PY ../train/eval.py ../train/{material,verbal,status,world}.txt; date -u
