cd /work/main/.scratch/w6; export PYTHONPATH=$PWD/src; PY=/work/main/.venv/bin/python
$PY tools/build_knowledge.py lexicon || exit 1
[ "$1" = fast ] || for f in accuse request reject support; do $PY tools/check_lexicon.py events/$f.yml; done
TYPES=ACCUSE,REQUEST,REJECT,SUPPORT OUT=$PWD/.miss.txt $PY ../train/eval.py ../train/{material,verbal,status,world}.txt;PART=held TYPES=ACCUSE,REQUEST,REJECT,SUPPORT $PY ../train/eval.py ../train/{material,verbal,status,world}.txt; $PY ../guard.py | sed 's/quad_w.*//'; date -u
