@echo off
rem The command line of Gradient Kata. A JDK 17 or newer is all it needs: the first call builds the
rem tools, a call after a change to them builds them anew. See kata --help.
rem
rem JAVA_HOME          the JDK to use; otherwise the java that is found
rem KATA_JVM_OPTIONS   further options for Java, such as -Xmx2g

setlocal
set "KATA_CWD=%CD%"
cd /d "%~dp0" || exit /b 1
set "ROOT=%CD%"
set "TARGET=grader\kata\target"
chcp 65001 >nul 2>&1

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo No Java found: install a JDK 17 or newer and set JAVA_HOME to it. 1>&2
  exit /b 1
)

rem Options that a JDK doesn't know are passed over.
set "OPTIONS=-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xshare:auto -Xlog:disable"
set "OPTIONS=%OPTIONS% -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8"
set "OPTIONS=%OPTIONS% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR"
set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED"
if not "%1"=="train" if not "%1"=="lab" set "OPTIONS=%OPTIONS% -XX:TieredStopAtLevel=1"

set "ANSWERS=exercises\target\classes"
for %%A in (%*) do if "%%~A"=="--solutions" set "ANSWERS=%TARGET%\solutions"
if not exist "%ANSWERS%" mkdir "%ANSWERS%"

if not exist "%TARGET%\classpath.txt" (
  call :build
  if errorlevel 1 exit /b 1
)
call :run %*
if %CODE% neq 75 exit /b %CODE%
rem The tools are older than their sources.
call :build
if errorlevel 1 exit /b 1
call :run %*
exit /b %CODE%

:run
set /p CLASSPATH=<"%TARGET%\classpath.txt"
"%JAVA%" %OPTIONS% %KATA_JVM_OPTIONS% "-Dkata.root=%ROOT%" "-Dkata.cwd=%KATA_CWD%" -Dkata.ask-for-build=true -cp "%CLASSPATH%;%ANSWERS%" org.gradientkata.kata.Kata %*
set "CODE=%ERRORLEVEL%"
exit /b 0

:build
echo Building the tools; the first time this also downloads what they need and takes a minute or two ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
type nul >"%TARGET%\building"
set "MAVEN=mvn"
if exist mvnw.cmd set "MAVEN=mvnw.cmd"
call %MAVEN% -q -o -Ptools -pl grader/kata -am package -Dmaven.test.skip.exec=true >"%TARGET%\build.log" 2>&1
if errorlevel 1 call %MAVEN% -q -Ptools -pl grader/kata -am package -Dmaven.test.skip.exec=true >"%TARGET%\build.log" 2>&1
if errorlevel 1 (
  type "%TARGET%\build.log" 1>&2
  exit /b 1
)
set /p CLASSPATH=<"%TARGET%\dependencies.txt"
"%JAVA%" -cp "%TARGET%\classes;%CLASSPATH%" org.gradientkata.kata.Kata prepare
exit /b %ERRORLEVEL%
