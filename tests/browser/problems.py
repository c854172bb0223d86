"""The watch on a page: all that goes wrong in a browser while a test looks at something else.

A problem is one line, "<kind>: <what>". The kinds: console, error, policy (the page's
own CSP refused something), failed (a request that got nothing), status (400 and above),
outside (a request to any other host).
"""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

OWN_HOSTS = ("127.0.0.1", "localhost")
# What a page still waits for when the test leaves it is nobody's fault.
LEFT_BEHIND = "net::ERR_ABORTED"
# The browser tells of a refusal twice, once on the console and, whole, to this listener.
REPORT_POLICY = """
document.addEventListener("securitypolicyviolation", (event) => {
  reportPolicyViolation(`${event.effectiveDirective} refused ${event.blockedURI}`);
});
"""


class PageProblems:
    """What went wrong, and what a test said beforehand would go wrong."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._expected: list[str] = []
        self._contexts: list[BrowserContext] = []

    def expect(self, *fragments: str) -> None:
        """Say that problems will come which contain these; each has to come, or the test fails."""
        self._expected += fragments

    def clear(self) -> None:
        """Forget all that was found and expected so far."""
        self.found.clear()
        self._expected.clear()

    def settle(self) -> None:
        """Wait until the browser has told all that happened so far: its news come late."""
        for context in self._contexts:
            for page in context.pages:
                page.wait_for_timeout(20)  # not a promise: in a page without scripts none is kept
                page.evaluate("0")

    def verdict(self) -> list[str]:
        """Every problem nobody expected, and every expectation that was not met."""
        surprises = [
            problem
            for problem in self.found
            if not any(fragment in problem for fragment in self._expected)
        ]
        missing = [
            f"expected, but did not happen: {fragment}"
            for fragment in self._expected
            if not any(fragment in problem for problem in self.found)
        ]
        return surprises + missing

    def watch(self, context: BrowserContext) -> None:
        """Collect from every page of this context, those it opens later included."""
        self._contexts.append(context)
        context.expose_function("reportPolicyViolation", self._on_policy)
        context.add_init_script(REPORT_POLICY)
        context.on("console", self._on_console)
        context.on("page", self._on_page)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failed)
        context.on("response", self._on_response)

    def _on_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))

    def _on_policy(self, violation: str) -> None:
        self.found.append(f"policy: {violation}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.found.append(f"console: {message.text} ({message.location['url']})")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in OWN_HOSTS:
            self.found.append(f"outside: {request.url}")

    def _on_failed(self, request: Request) -> None:
        if request.failure != LEFT_BEHIND:
            self.found.append(f"failed: {request.url} {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.found.append(f"status: {response.status} {response.url}")
