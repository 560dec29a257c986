"""A preview: what it answers and to whom, and how it follows what is changed."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.commands.serve import ServeRequest, run_serve
from edition.serving.paths import file_of, path_of, type_of
from edition.serving.preview import Preview, show
from tei.errors import OutputError, SourceError

SECONDS = 20.0


class Browser:
    """Asks a preview for pages, as a browser does."""

    def __init__(self, address: str, lines: list[str]) -> None:
        self.address = address
        self.port = int(address.split(":")[2].split("/")[0])
        self.lines = lines

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.headers), answer.read()
        finally:
            connection.close()

    def get(self, path: str) -> bytes:
        return self.ask(path)[2]

    def news(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Listen to the events until there is news of a kind."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", "/_tei/events")
        answer = connection.getresponse()
        try:
            end = time.monotonic() + SECONDS
            while time.monotonic() < end and (line := answer.readline()):
                if line.startswith(b"data: ") and wanted(found := json.loads(line[6:])):
                    assert isinstance(found, dict)
                    return found
        finally:
            connection.close()
        raise AssertionError("there was no such news")


@pytest.fixture
def browser(edition: Any) -> Iterator[Browser]:
    """A preview of the small edition, in a thread; it ends after so many looks at the latest."""
    (edition.folder / "edition.toml").write_text('[edition]\ntitle = "Karsk"\n')
    (edition.folder / "own" / "static" / "site").mkdir(parents=True)
    with previewing(edition.folder) as found:
        yield found


class previewing:  # noqa: N801 - used as a verb: with previewing(folder) as browser
    """Serve an edition in a thread, and stop it in the end."""

    def __init__(self, folder: Path) -> None:
        self.begun, self.ended = threading.Event(), threading.Event()
        self.lines: list[str] = []
        self.addresses: list[str] = []
        self.errors: list[BaseException] = []
        request = ServeRequest((folder,), port=0, jobs=1, rounds=10_000, pause=0.05)
        self.thread = threading.Thread(target=self.run, args=(request,))

    def run(self, request: ServeRequest) -> None:
        try:
            run_serve(request, self.say, self.opened)
        except KeyboardInterrupt:
            pass
        except BaseException as error:  # shown by the test
            self.errors.append(error)
        finally:
            self.begun.set()

    def say(self, line: str) -> None:
        self.lines.append(line)

    def opened(self, address: str) -> None:
        self.addresses.append(address)
        self.begun.set()

    def __enter__(self) -> Browser:
        from edition import watching

        self.sleep, ended = watching.time.sleep, self.ended

        def sleep(seconds: float) -> None:
            if ended.wait(seconds):
                raise KeyboardInterrupt

        watching.time = type("Clock", (), {"sleep": staticmethod(sleep)})  # type: ignore[assignment]
        self.thread.start()
        assert self.begun.wait(SECONDS)
        assert self.errors == []
        return Browser(self.addresses[0], self.lines)

    def __exit__(self, *_: object) -> None:
        from edition import watching

        self.ended.set()
        self.thread.join(SECONDS)
        watching.time = time
        assert not self.thread.is_alive()
        assert self.errors == []


def test_pages_are_served_with_a_script_that_loads_them_anew(browser: Browser) -> None:
    status, headers, data = browser.ask("/")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b'<script type="module" src="/_tei/live.js?1"></script>\n</body>' in data
    assert browser.get("/telegrams/t1.html").startswith(b"<html>")
    status, headers, data = browser.ask("/assets/site.css")
    assert (status, headers["Content-Type"], b"live" in data) == (200, "text/css; charset=utf-8", False)
    assert b"EventSource" in browser.get("/_tei/live.js")
    assert browser.ask("/_tei/live.css")[0] == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere.html", 404),
        ("/telegrams", 301),
        ("/telegrams/", 404),
        ("/persons/", 200),
        ("/.tei-site", 404),
        ("/../edition.toml", 404),
        ("/%2e%2e/%2e%2e/edition.toml", 404),
        ("/..%2f..%2fedition.toml", 404),
        ("/..%5c..%5cedition.toml", 404),
        ("/telegrams/%00", 404),
        ("/%ff", 404),
        ("//etc/passwd", 404),
        ("/C:/autoexec.bat", 404),
        ("/_tei/nothing.js", 404),
        ("/_tei/../index.html", 404),
        ("/index.html?x=1#y", 200),
    ],
)
def test_an_address_means_a_file_of_the_site_or_nothing(path: str, status: int, browser: Browser) -> None:
    """No folder is listed, and nothing outside of the site can be named."""
    found, _, data = browser.ask(path)
    assert found == status
    assert b"title" not in data or status == 200


def test_only_reading_is_answered(browser: Browser) -> None:
    status, headers, _ = browser.ask("/", "POST")
    assert (status, headers["Allow"]) == (405, "GET, HEAD")
    status, headers, data = browser.ask("/index.html", "HEAD")
    assert (status, data) == (200, b"")
    assert int(headers["Content-Length"]) > 100
    assert browser.ask("/_tei/events", "HEAD")[0] == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("[::1]:{port}", 200),
        ("evil.example:{port}", 403),
        ("127.0.0.1", 403),
        ("127.0.0.1:1", 403),
    ],
)
def test_a_page_elsewhere_whose_name_was_made_to_mean_this_machine_is_refused(
    host: str, status: int, browser: Browser
) -> None:
    assert browser.ask("/", Host=host.format(port=browser.port))[0] == status


def test_a_change_is_built_and_told_to_the_open_page_within_a_second(browser: Browser, edition: Any) -> None:
    first = browser.news(bool)
    assert (first["shown"], first["findings"]) == (1, [])
    begun = time.monotonic()
    edition.write("t2", "The cook is ill.")
    news = browser.news(lambda news: news["shown"] == 2)
    taken = time.monotonic() - begun
    begun = time.monotonic()
    edition.clean()
    assert taken < 4 + 5 * (time.monotonic() - begun)  # a second, but on a machine that is busy
    assert news["kept"] is False
    assert b"The cook is ill" in browser.get("/telegrams/t2.html")
    assert b"live.js?2" in browser.get("/telegrams/t2.html")


def test_a_new_letter_and_other_settings_are_noticed(browser: Browser, edition: Any) -> None:
    edition.write("t8")
    browser.news(lambda news: news["shown"] == 2)
    assert browser.ask("/telegrams/t8.html")[0] == 200
    (edition.folder / "own" / "static" / "site" / "more.css").write_text("b { color: red }")
    browser.news(lambda news: news["shown"] == 3)
    assert b"red" in browser.get("/assets/site.css")


def test_a_broken_file_shows_its_findings_and_keeps_the_last_good_version(browser: Browser, edition: Any) -> None:
    (edition.tei / "t2.xml").write_text("<TEI>\n<p>Onions & salt</p>\n</TEI>")
    news = browser.news(lambda news: bool(news["findings"]))
    assert (news["shown"], news["kept"]) == (1, True)
    (finding,) = news["findings"]
    assert finding["code"] == "XML102"
    assert finding["place"].endswith("t2.xml:2:12")
    assert "2 | <p>Onions & salt</p>" in finding["frame"]
    assert b"Letter number 2" in browser.get("/telegrams/t2.html")
    edition.write("t2", "Mended.")
    assert browser.news(lambda news: news["shown"] > 1)["findings"] == []
    assert b"Mended" in browser.get("/telegrams/t2.html")


def test_settings_that_are_wrong_keep_the_last_good_version(browser: Browser, edition: Any) -> None:
    (edition.folder / "edition.toml").write_text('[edition]\ntitel = "Karsk"\n')
    news = browser.news(lambda news: bool(news["findings"]))
    assert (news["kept"], news["findings"][0]["code"]) == (True, "CFG102")
    (edition.folder / "edition.toml").write_text("[edition\n")
    news = browser.news(lambda news: news["findings"] and news["findings"][0]["code"] == "CFG101")
    assert news["kept"] is True


def test_what_was_broken_at_the_start_is_shown_and_the_rest_is_served(edition: Any) -> None:
    (edition.tei / "t2.xml").write_text("<TEI>")
    (edition.folder / "edition.toml").touch()
    with previewing(edition.folder) as browser:
        news = browser.news(bool)
        assert (news["shown"], news["kept"], len(news["findings"])) == (1, False, 1)
        assert browser.ask("/telegrams/t1.html")[0] == 200
        edition.write("t1", "Changed.")
        assert browser.news(lambda news: news["shown"] == 2)["kept"] is False


def test_before_the_first_build_that_works_a_page_waits_for_it(edition: Any) -> None:
    for path in edition.tei.iterdir():
        path.unlink()
    (edition.folder / "edition.toml").touch()
    with previewing(edition.folder) as browser:
        status, _, data = browser.ask("/index.html")
        assert (status, b"live.js?0" in data, b"not built yet" in data) == (503, True, True)
        edition.write("t1")
        browser.news(lambda news: news["shown"] > 0)
        assert browser.ask("/index.html")[0] == 200


def test_a_site_below_a_path_is_served_below_it(edition: Any) -> None:
    (edition.folder / "edition.toml").write_text('[site]\nurl = "https://example.org/karsk/"\n')
    with previewing(edition.folder) as browser:
        assert browser.address.endswith("/karsk/")
        assert browser.ask("/")[:2][0] == 302
        assert browser.ask("/karsk/")[0] == 200
        assert browser.ask("/karsk/persons")[1]["Location"] == "/karsk/persons/"
        assert browser.ask("/index.html")[0] == 404


def test_the_site_itself_is_left_alone(browser: Browser, edition: Any) -> None:
    assert not edition.output.exists()
    assert browser.address.startswith("http://127.0.0.1:")
    assert any("Ctrl-C" in line for line in browser.lines)


def test_a_port_that_is_taken_is_a_finding(edition: Any) -> None:
    (edition.folder / "edition.toml").touch()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OutputError) as caught:
            run_serve(ServeRequest((edition.folder,), port=other.getsockname()[1], jobs=1), print)
    assert caught.value.findings[0].rule == "SIT121"


def test_a_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        run_serve(ServeRequest((tmp_path / "nowhere",)), print)


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site" / "out.txt").symlink_to(tmp_path / "secret.txt")
    assert file_of(tmp_path / "site", "out.txt") is None
    assert file_of(tmp_path / "site", "x" * 5000) is None


def test_what_an_address_and_a_name_mean() -> None:
    assert path_of("/a/b.html?c#d") == "a/b.html"
    assert path_of("a") is None
    assert type_of(Path("a.wasm")) == "application/wasm"
    assert type_of(Path("a.pf_index")) == "application/octet-stream"
    assert show is not None
    assert Preview is not None
