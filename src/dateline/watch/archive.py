"""Every fetched page kept as it came, in WARC files that other tools read."""

import io
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.errors import UsageError
from dateline.intake.fetch import AGENT, Answer

#: Bytes after which a new file is begun.
MOST = 256_000_000
#: Headers of how the body travelled, which is not how it is kept.
_TRAVEL = frozenset({"transfer-encoding", "content-length", "trailer", "connection", "keep-alive"})


class Archive:
    """A folder of WARC files; each record is whole on the disk before the next is begun."""

    def __init__(self, folder: Path, *, most: int = MOST) -> None:
        """Make the folder where it is missing.

        Raises:
            UsageError: it cannot be made or written.
        """
        self._folder, self._most = folder, most
        self._lock = threading.Lock()
        self._file: io.BufferedWriter | None = None
        self._writer: WARCWriter | None = None
        self._number = 0
        self._began = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            msg = f"{folder} cannot be written ({fault.strerror}): give another folder"
            raise UsageError(msg) from fault

    def keep(self, answer: Answer) -> None:
        """Keep an answer and its request.

        Raises:
            UsageError: the disk does not take it.
        """
        with self._lock:
            try:
                self._write(answer)
            except OSError as fault:
                msg = f"{self._folder} cannot be written ({fault.strerror}): make room"
                raise UsageError(msg) from fault

    def close(self) -> None:
        """Close the file in hand."""
        with self._lock:
            if self._file:
                self._file.close()
            self._file = self._writer = None

    def _write(self, answer: Answer) -> None:
        writer = self._opened()
        got = [(k, v) for k, v in answer.got if k.lower() not in _TRAVEL]
        got.append(("Content-Length", str(len(answer.raw))))
        told = {"WARC-IP-Address": answer.peer} if answer.peer else {}
        response = writer.create_warc_record(
            answer.url, "response", payload=io.BytesIO(answer.raw), length=len(answer.raw), warc_headers_dict=told,
            http_headers=StatusAndHeaders(f"{answer.status} OK", got, protocol="HTTP/1.1"),
        )  # fmt: skip
        parts = urlsplit(answer.url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asked = StatusAndHeaders(f"GET {path} HTTP/1.1", list(answer.sent), is_http_request=True)
        request = writer.create_warc_record(answer.url, "request", http_headers=asked)
        writer.write_request_response_pair(request, response)
        if self._file:
            self._file.flush()

    def _opened(self) -> WARCWriter:
        if self._file and self._file.tell() >= self._most:
            self._file.close()
            self._file = None
        if self._file is None or self._writer is None:
            name = f"dateline-{self._began}-{os.getpid()}-{self._number:05d}.warc.gz"
            self._number += 1
            self._file = (self._folder / name).open("xb")
            self._writer = WARCWriter(self._file, gzip=True)
            about = {"software": AGENT, "format": "WARC File Format 1.0", "robots": "obey"}
            self._writer.write_record(self._writer.create_warcinfo_record(name, about))
        return self._writer
