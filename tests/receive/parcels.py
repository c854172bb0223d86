"""What people send, made here: letters, documents and zips that say who sent them."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

from tests.content.photographs import SECRETS as PHOTOGRAPH_SECRETS
from tests.content.photographs import photograph, thumbnail

TITLE = "Aid reaches the hills"
PARAGRAPHS = (
    "Aid reached three villages in the hills, the township said, after the road was opened again.",
    "The road had been closed for two weeks. Nobody was hurt, the township said on Friday.",
)
# Everything that names or places the sender, in any of the files below.
SECRETS = (
    "Ko Secret", "Daw Reviewer", "secret@mail.example", "192.0.2.77", "Hidden Phone 9",
    "Secret Machine", "Hidden Company", "the hidden sentence", "a private remark", "Fri, 17 Nov",
    "said by somebody else", "+95 9 123 456", "IMG_20240206_1037",
)  # fmt: skip
BINARY_SECRETS = (*PHOTOGRAPH_SECRETS, thumbnail())
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="jpeg" ContentType="image/jpeg"/>
</Types>"""
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
PICTURE = (
    f"<w:drawing><wp:inline {WP}><a:graphic {A}><a:graphicData><pic:pic {PIC}><pic:blipFill>"
    '<a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)
DELETED = (
    '<w:del w:author="Daw Reviewer" w:date="2024-02-06T10:37:00Z"><w:r>'
    "<w:delText>a private remark</w:delText></w:r></w:del>"
)
INSERTED = '<w:ins w:author="Daw Reviewer"><w:r><w:t>It reopened.</w:t></w:r></w:ins>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a DOCX."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def document(body: str | None = None) -> bytes:
    """A DOCX with an author, a reviewer, a comment, hidden and deleted text, and a photograph."""
    if body is None:
        body = "".join(
            (
                paragraph(TITLE, "Heading1"),
                paragraph("the hidden sentence", properties="<w:vanish/>"),
                *map(paragraph, PARAGRAPHS),
                f"<w:p>{DELETED}{INSERTED}</w:p>",
                f"<w:p><w:r>{PICTURE}</w:r></w:p>",
            )
        )
    properties = "<cp xmlns:dc='d'><dc:creator>Ko Secret</dc:creator>Hidden Company</cp>"
    comments = f"<w:comments {W}><w:comment w:author='Daw Reviewer'/></w:comments>"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/image" Target="media/image1.jpeg"/>'
        f'<Relationship Id="rId2" Type="{RELATION}/comments" Target="comments.xml"/>'
        "</Relationships>"
    )
    main = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": main,
            "docProps/core.xml": properties,
            "docProps/app.xml": properties,
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
            "word/comments.xml": comments,
            "word/header1.xml": f"<w:hdr {W}>Ko Secret</w:hdr>",
            "word/media/image1.jpeg": photograph(),
        }
    )


def letter(html: bool = False, attached: Mapping[str, bytes] | None = None) -> bytes:
    """A letter with everything that a program puts around what its writer wrote."""
    message = EmailMessage()
    message["From"] = "Ko Secret <secret@mail.example>"
    message["To"] = "editors@lanpya.example"
    message["Date"] = "Fri, 17 Nov 2023 10:37:00 +0630"
    message["Received"] = "from [192.0.2.77] by mail.example"
    message["X-Mailer"] = "Secret Machine"
    message["Subject"] = f"Re: Fwd: {TITLE}"
    text = "\n\n".join(PARAGRAPHS)
    after = (
        "\n\nSent from my Hidden Phone 9\n\nOn Fri, 17 Nov 2023, Daw Reviewer wrote:\n"
        "> said by somebody else\n\n-- \nKo Secret\n+95 9 123 456\n"
    )
    if html:
        body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
        hidden = (
            '<div style="display:none">the hidden sentence</div><img src="http://192.0.2.77/x">'
        )
        message.set_content(f"<html><body>{hidden}{body}</body></html>", subtype="html")
    else:
        message.set_content(text + after)
    for name, data in (attached or {}).items():
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()
