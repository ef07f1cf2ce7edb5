@echo off
rem The command line of Gradient Kata. A JDK 17 or newer is all it needs: the first call builds the
rem tools, a call after a change to them builds them anew. See kata --help.
rem
rem JAVA_HOME          the JDK to use; otherwise the java that is found
rem KATA_JVM_OPTIONS   further options for Java, such as -Xmx2g

setlocal
rem A backslash before a closing quote would belong to the quote for Java: C:\ becomes C:\.
set "KATA_CWD=%CD%"
if "%KATA_CWD:~-1%"=="\" set "KATA_CWD=%KATA_CWD%."
cd /d "%~dp0"
if errorlevel 1 exit /b 1
set "ROOT=%CD%"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT%."
set "TARGET=grader\kata\target"

rem Everything is printed in UTF-8; the window gets its own code page back at the end.
set "CODEPAGE="
for /f "tokens=2 delims=:." %%P in ('chcp') do set "CODEPAGE=%%P"
chcp 65001 >nul 2>&1

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
set "VERSION="
if not exist "%TARGET%" mkdir "%TARGET%"
"%JAVA%" -version >"%TARGET%\java.txt" 2>&1
for /f "usebackq tokens=2,3" %%V in ("%TARGET%\java.txt") do if "%%V"=="version" set "VERSION=%%~W"
if not defined VERSION (
  echo No Java found: install a JDK 17 or newer and set JAVA_HOME to it. 1>&2
  set "CODE=1"
  goto end
)
for /f "delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% lss 17 (
  echo Java %VERSION% is too old: Gradient Kata needs a JDK 17 or newer. 1>&2
  set "CODE=1"
  goto end
)

rem What the arguments mean for the start: everything else is for Java to read.
set "COMMAND=%~1"
set "ANSWERS=exercises\target\classes"
:arguments
if "%~1"=="" goto options
if "%~1"=="--solutions" set "ANSWERS=%TARGET%\solutions"
shift /1
goto arguments

:options
rem Options that a JDK doesn't know are passed over.
set "OPTIONS=-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xshare:auto -Xlog:disable"
set "OPTIONS=%OPTIONS% -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8"
set "OPTIONS=%OPTIONS% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR"
if %MAJOR% geq 22 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED"
if %MAJOR% geq 23 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"
if not "%COMMAND%"=="train" if not "%COMMAND%"=="lab" set "OPTIONS=%OPTIONS% -XX:TieredStopAtLevel=1"
if not defined OPENBLAS_NUM_THREADS set "OPENBLAS_NUM_THREADS=1"
if not exist "%ANSWERS%" mkdir "%ANSWERS%"

set "ASK=-Dkata.ask-for-build=true"
if not exist "%TARGET%\classpath.txt" goto build

:run
rem "set /p" would read 1023 letters only. The class path goes by the environment: with it the line
rem below would be longer than Windows takes.
set "CLASSPATH="
for /f "usebackq delims=" %%L in ("%TARGET%\classpath.txt") do set "CLASSPATH=%%L;%ANSWERS%"
"%JAVA%" %OPTIONS% %KATA_JVM_OPTIONS% "-Dkata.root=%ROOT%" "-Dkata.cwd=%KATA_CWD%" %ASK% org.gradientkata.kata.Kata %*
set "CODE=%ERRORLEVEL%"
rem 75: the tools are older than their sources.
if not "%CODE%"=="75" goto end

:build
echo Building the tools; the first time this also downloads what they need and takes a minute or two ... 1>&2
set "ASK="
type nul >"%TARGET%\building"
set "MAVEN=mvn"
if exist mvnw.cmd set "MAVEN=mvnw.cmd"
set "GOAL=-Ptools -pl grader/kata -am package -Dmaven.test.skip.exec=true"
call %MAVEN% -q -o %GOAL% >"%TARGET%\build.log" 2>&1
if errorlevel 1 call %MAVEN% -q %GOAL% >"%TARGET%\build.log" 2>&1
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto broken
"%JAVA%" -cp "%TARGET%\classes" org.gradientkata.kata.Prepare
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="0" goto run
goto end

:broken
type "%TARGET%\build.log" 1>&2
echo The build failed. All of its words: "%ROOT%\%TARGET%\build.log" 1>&2

:end
if defined CODEPAGE chcp %CODEPAGE% >nul 2>&1
exit /b %CODE%
