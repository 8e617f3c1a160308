# cmake -P zip.cmake SOURCE_FOLDER ZIP [REPOSITORY] [EMAIL]: packs strikemap/ without caches, by names in order and with one
# time stamp, so that the same files give the same zip. The address of the project's repository and a maintainer's email are
# known to whoever publishes the plugin, not to its source: they are added to metadata.txt here.
set(source ${CMAKE_ARGV3})
set(zip ${CMAKE_ARGV4})
set(repository "${CMAKE_ARGV5}")
set(email "${CMAKE_ARGV6}")
get_filename_component(folder ${zip}.d ABSOLUTE)
file(REMOVE_RECURSE ${folder})
file(COPY ${source}/strikemap DESTINATION ${folder} PATTERN __pycache__ EXCLUDE)
if(repository)
  file(APPEND ${folder}/strikemap/metadata.txt
       "homepage=${repository}\nrepository=${repository}\ntracker=${repository}/issues\n")
endif()
if(email)
  file(APPEND ${folder}/strikemap/metadata.txt "email=${email}\n")
endif()
file(GLOB_RECURSE files RELATIVE ${folder} ${folder}/strikemap/*.py ${folder}/strikemap/*.svg ${folder}/strikemap/*.qm
     ${folder}/strikemap/metadata.txt ${folder}/strikemap/LICENSE)
list(SORT files)
file(REMOVE ${zip})
execute_process(COMMAND ${CMAKE_COMMAND} -E tar cf ${zip} --format=zip "--mtime=2024-01-01 00:00:00 UTC" ${files}
                WORKING_DIRECTORY ${folder} RESULT_VARIABLE failed)
file(REMOVE_RECURSE ${folder})
if(failed)
  message(FATAL_ERROR "${zip}: ${failed}")
endif()
