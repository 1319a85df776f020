/** Dockerfiles whose lines are easily cut in the wrong places; they are written behind `FROM …` and a line end. */
export const CUTS: readonly (readonly [name: string, dockerfile: string])[] = [
  ['an empty name, which is no heredoc', "RUN true <<''\nEXPOSE 8095\n\nEXPOSE 8096\n"],
  ['lines that end with CRLF', 'ENV A=1 \\\r\n  B=2\r\n\r\nEXPOSE 8095 \\ \r\n  8096\r\n'],
  ['both line ends', 'ENV A=1 \\\r\n  B=2\nEXPOSE 8095\r\nEXPOSE 8096\n'],
  ['no end of the last line', 'EXPOSE 8095'],
  ['a last line that goes on', 'EXPOSE 8095 \\'],
  ['a last line that goes on to a comment', 'EXPOSE 8095 \\\n# 8096'],
  ['a number in two lines', 'EXPOSE 80\\\n95'],
  ['blanks behind the escape character', 'EXPOSE 8095 \\ \t \n  8096\n'],
  ['an escape character within a line', 'ENV A=a\\ b B=c\nEXPOSE 8095\n'],
  ['a line of the escape character alone', '\\\nEXPOSE 8095 \\\n\\\n  8096\n'],
  ['comments and empty lines between continued lines', 'ENV A=1 \\\n  # B=2 \\\n\n \t\n#\n  C=3\nEXPOSE 8095\n'],
  ['a comment that ends as a continued line does', '# EXPOSE 8095 \\\nEXPOSE 8096\n'],
  ['a comment behind other text', 'LABEL a="b" \\\n  c="# d" e=#f\nEXPOSE 8095\n'],
  ['an indented file', '  ENV A=1\n\tEXPOSE 8095\n    # EXPOSE 8096\n'],
  ['an instruction in lower case', 'expose 8095\nEnv A=1\n'],
  ['a JSON array in lines', 'CMD ["a", \\\n  # "b",\n  "--port", \\\n  "8095"]\n'],
  ['a quoted text in lines', 'LABEL a="b \\\n  c" d=e\nEXPOSE 8095\n'],
  ['apostrophes', "LABEL a=\"it's\" b='\"' c=d\\'e\nEXPOSE 8095\n"],
  ['triggers in lines', 'ONBUILD EXPOSE 8095 \\\n  8096\nONBUILD HEALTHCHECK \\\n  --timeout=2s \\\n  CMD true\n'],
  [
    'shifts and redirections that are no heredocs',
    'RUN cat < /bin/sh > /dev/null && echo "<<EOF"\nENV A=<<EOF\nEXPOSE 8095\n',
  ],
];

/** The same, as whole files that begin with what is said of them. */
export const BEGINNINGS: readonly (readonly [name: string, before: string, behind: string])[] = [
  ['a byte order mark', '\uFEFF', 'EXPOSE 8095\n'],
  ['the escape directive', '# escape=`\n', 'ENV A=C:\\dir\\\nEXPOSE 8095 `\n  8096\n'],
  ['the escape directive in its other spelling', '#  Escape  =  \\ \n', 'ENV A=`\nEXPOSE 8095 \\\n  8096\n'],
  ['a byte order mark and the escape directive', '\uFEFF# escape=`\r\n', 'EXPOSE 8095 `\r\n  # why\r\n  8096\r\n'],
  ['an escape directive behind a comment', '# a comment\n# escape=`\n', 'ENV A=`\nEXPOSE 8095 \\\n  8096\n'],
  ['an escape directive behind an empty line', '\n# escape=`\n', 'ENV A=`\nEXPOSE 8095 \\\n  8096\n'],
];

/** Dockerfiles with heredocs, and the files of the image that hold their contents, in order. */
export const HEREDOCS: readonly (readonly [name: string, dockerfile: string, files: readonly string[]])[] = [
  ['a heredoc', "RUN cat <<'EOF' > /a\nEXPOSE 8096\n# b\n\nc \\\n EOF\nEOF\nEXPOSE 8095\n", ['/a']],
  [
    'a quoted delimiter',
    'RUN cat <<\'E F\' > /a\n$A EOF\nE F\nRUN cat <<"EOF" > /b\nE F\nEOF\nEXPOSE 8095\n',
    ['/a', '/b'],
  ],
  ['tabs before lines and the delimiter', 'RUN cat <<-EOF > /a\n\tlisten 8095;\n\t\tEOF\nEXPOSE 8095\n', ['/a']],
  ['blanks are no tabs', 'RUN cat <<-EOF > /a\n EOF\n\tEOF\nEXPOSE 8095\n', ['/a']],
  ['several heredocs', 'COPY <<one <<two /d/\n1\ntwo\none\n2\none\ntwo\nEXPOSE 8095\n', ['/d/one', '/d/two']],
  ['a heredoc behind a continued line', 'RUN true && \\\n  # why\n  cat <<EOF > /a\nb\nEOF\nEXPOSE 8095\n', ['/a']],
  ['a heredoc with commands behind it', 'RUN cat <<EOF > /a && echo b\nEXPOSE 1\nEOF\nEXPOSE 8095\n', ['/a']],
  ['a file descriptor', 'RUN cat 0<<EOF > /a\nb\nEOF\nEXPOSE 8095\n', ['/a']],
];

/**
 * Whole Dockerfiles that BuildKit and buildah's parser read differently; reberth reads them as BuildKit.
 *
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 * @see https://github.com/openshift/imagebuilder/blob/master/dockerfile/parser/parser.go
 */
export const READ_DIFFERENTLY: readonly (readonly [name: string, from: (from: string) => string])[] = [
  ['an escaped escape character at the end of a line', (from) => `${from}RUN echo a \\\\\nEXPOSE 8095\n`],
  [
    'a blank before the delimiter of a heredoc',
    (from) => `${from}RUN cat << 'EOF' > /a\nlisten 8095;\nEOF\nEXPOSE 8095\n`,
  ],
  [
    'an escape directive behind another directive',
    (from) => `# syntax=docker/dockerfile:1\n# escape=\`\n${from}ENV A=b \`\n  SERVICE_PORT=8095\nEXPOSE 8095\n`,
  ],
  ['two carriage returns before a line feed', (from) => `${from}EXPOSE 8095 \\\r\r\n  8096\r\r\n`],
];
