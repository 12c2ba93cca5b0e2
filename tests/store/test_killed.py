"""A process killed at any moment loses nothing that it has told as stored, and leaves nothing half."""

import multiprocessing
import random
import time

from helpers.stored import SAMPLE, write_for_ever

from dateline.store.store import Store

#: How often a writer is killed.
KILLS = {"sqlite": 6, "postgresql": 4}


def test_killed_in_a_loop(empty: str, database: str) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["helpers.stored", "dateline.store.migrate"])
    chance = random.Random(5)
    told: dict[str, set[int]] = {"ready": set(), "report": set(), "record": set()}
    for seed in range(KILLS[database]):
        out, into = context.Pipe(duplex=False)
        writer = context.Process(target=write_for_ever, args=(empty, seed, into), daemon=True)
        writer.start()
        into.close()
        for _ in range(chance.randint(1, 5)):
            kind, key = out.recv()
            told[kind].add(key)
        time.sleep(chance.random() * 0.02)
        writer.kill()
        writer.join()
        try:
            while True:
                kind, key = out.recv()
                told[kind].add(key)
        except EOFError:
            out.close()
    with Store(empty) as store:
        assert store.check().faults == ()
        assert len(told["record"]) > KILLS[database]
        for key in told["report"]:
            report = store.report(key)
            assert report is not None
            assert report["text"].startswith(SAMPLE["report"]["text"])
        for key in told["record"]:
            record = store.record(key)
            assert record is not None
            assert record["events"] == SAMPLE["events"]
            assert not store.needs_coding(key, record["report"]["coder"])


def test_killed_while_the_tables_are_made(empty: str) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["helpers.stored", "dateline.store.migrate"])
    chance = random.Random(7)
    for seed in range(4):
        out, into = context.Pipe(duplex=False)
        writer = context.Process(target=write_for_ever, args=(empty, seed, into), daemon=True)
        writer.start()
        time.sleep(chance.random() * 0.4)
        writer.kill()
        writer.join()
        out.close()
        into.close()
    with Store(empty) as store:
        assert store.check().faults == ()
        store.add_record(SAMPLE)
        assert store.counts()["records"] > 0
